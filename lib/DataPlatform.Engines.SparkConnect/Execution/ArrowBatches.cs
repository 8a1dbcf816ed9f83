using DataPlatform.Engines.SparkConnect.Protos;
using Google.Protobuf;

namespace DataPlatform.Engines.SparkConnect.Execution;

/// <summary>Holds the batches of a result against their numbering, and joins those that come in pieces.</summary>
internal sealed class ArrowBatches
{
    private readonly List<ByteString> _pieces = [];
    private long _rows;
    private long _rowsOfPieces;

    /// <summary>A batch as it came; null where more of its pieces are to come.</summary>
    /// <exception cref="DataPlatformException"><c>SPARK_CONNECT_PROTOCOL_VIOLATED</c>: a batch or a piece is missing, or came twice.</exception>
    public ReadOnlyMemory<byte>? Add(ExecutePlanResponse.Types.ArrowBatch batch)
    {
        var pieces = batch.HasNumChunksInBatch ? batch.NumChunksInBatch : 1;
        var index = batch.HasChunkIndex ? batch.ChunkIndex : 0;
        if (index != _pieces.Count || pieces < 1 || index >= pieces)
        {
            throw SparkConnectErrors.ProtocolViolated($"piece {index} of {pieces} of a batch came where piece {_pieces.Count} was due");
        }

        if (_pieces.Count == 0)
        {
            if (batch.HasStartOffset && batch.StartOffset != _rows)
            {
                throw SparkConnectErrors.ProtocolViolated($"a batch begins at row {batch.StartOffset}, after {_rows} rows");
            }

            _rowsOfPieces = batch.RowCount;
        }

        if (pieces == 1)
        {
            _rows += batch.RowCount;
            return batch.Data.Memory;
        }

        _pieces.Add(batch.Data);
        return _pieces.Count == pieces ? (ReadOnlyMemory<byte>?)Join() : null;
    }

    /// <summary>Says that nothing more comes.</summary>
    /// <exception cref="DataPlatformException"><c>SPARK_CONNECT_PROTOCOL_VIOLATED</c>: a batch is not whole.</exception>
    public void End()
    {
        if (_pieces.Count > 0)
        {
            throw SparkConnectErrors.ProtocolViolated($"the result ended after {_pieces.Count} pieces of a batch");
        }
    }

    private byte[] Join()
    {
        var joined = new byte[_pieces.Sum(piece => piece.Length)];
        var position = 0;
        foreach (var piece in _pieces)
        {
            piece.CopyTo(joined, position);
            position += piece.Length;
        }

        _pieces.Clear();
        _rows += _rowsOfPieces;
        return joined;
    }
}
