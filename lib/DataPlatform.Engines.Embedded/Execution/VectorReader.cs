using System.Data.SqlTypes;
using System.Text;
using DuckDB.NET.Native;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>Reads the values of one DuckDB vector as the .NET values of a Spark type.</summary>
internal abstract unsafe class VectorReader
{
    private readonly ulong* _validity;

    private VectorReader(IntPtr vector)
    {
        Data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
    }

    private byte* Data { get; }

    /// <summary>The reader for a type's values.</summary>
    public static VectorReader For(DataType type, IntPtr vector) => type switch
    {
        ArrayType array => new ListReader(array, vector),
        MapType map => new MapReader(map, vector),
        StructType structure => new StructReader(structure, vector),
        DecimalType => new DecimalReader(vector),
        _ => new PlainReader(type, vector),
    };

    /// <summary>The value of a row; null where there is none.</summary>
    public object? Read(int row) => _validity is not null && (_validity[row >> 6] & (1UL << (row & 63))) == 0 ? null : Value(row);

    private protected abstract object Value(int row);

    private sealed class PlainReader(DataType type, IntPtr vector) : VectorReader(vector)
    {
        private protected override object Value(int row) => type switch
        {
            BooleanType => Data[row] != 0,
            ByteType => ((sbyte*)Data)[row],
            ShortType => ((short*)Data)[row],
            IntegerType or YearMonthIntervalType or NullType => ((int*)Data)[row],
            LongType => ((long*)Data)[row],
            FloatType => ((float*)Data)[row],
            DoubleType => ((double*)Data)[row],
            StringType => Encoding.UTF8.GetString(DuckString.At(Data, row)),
            BinaryType => DuckString.At(Data, row).ToArray(),
            DateType => Date.FromEpochDay(((int*)Data)[row]),
            TimestampType => Timestamp.FromEpochMicroseconds(((long*)Data)[row]),
            TimestampNTZType => LocalTime(((long*)Data)[row]),
            DayTimeIntervalType => new TimeSpan(checked(((long*)Data)[row] * TimeSpan.TicksPerMicrosecond)),
            _ => throw EmbeddedErrors.UnsupportedType(type),
        };
    }

    // .NET has the years 1 to 9999.
    private static DateTime LocalTime(long micros) => micros is >= -62_135_596_800_000_000 and < 253_402_300_800_000_000
        ? DateTime.SpecifyKind(Timestamp.FromEpochMicroseconds(micros).ToDateTime(), DateTimeKind.Unspecified)
        : throw EmbeddedErrors.UnsupportedFeature("collecting a TIMESTAMP_NTZ outside the years 1 to 9999", "Cast it to a string.");

    private sealed class DecimalReader : VectorReader
    {
        private readonly DuckDBType _storage;
        private readonly byte _scale;

        public DecimalReader(IntPtr vector)
            : base(vector)
        {
            using var type = NativeMethods.Vectors.DuckDBVectorGetColumnType(vector);
            _storage = NativeMethods.LogicalType.DuckDBDecimalInternalType(type);
            _scale = NativeMethods.LogicalType.DuckDBDecimalScale(type);
        }

        private protected override object Value(int row) => _storage switch
        {
            DuckDBType.SmallInt => Small(((short*)Data)[row]),
            DuckDBType.Integer => Small(((int*)Data)[row]),
            DuckDBType.BigInt => Small(((long*)Data)[row]),
            _ => Large(((Int128*)Data)[row]),
        };

        private object Small(long unscaled) => Large(unscaled);

        // System.Decimal holds 96 bits and 28 digits behind the point; SqlDecimal 38 digits.
        private object Large(Int128 unscaled)
        {
            var negative = unscaled < 0;
            var magnitude = (UInt128)(negative ? -unscaled : unscaled);
            if (_scale <= 28 && magnitude >> 96 == 0)
            {
                return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), negative, _scale);
            }

            return new SqlDecimal(
                38, _scale, !negative, (int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), (int)(uint)(magnitude >> 96));
        }
    }

    private sealed class ListReader(ArrayType type, IntPtr vector) : VectorReader(vector)
    {
        private readonly VectorReader _elements = For(type.ElementType, NativeMethods.Vectors.DuckDBListVectorGetChild(vector));

        private protected override object Value(int row)
        {
            var (offset, length) = Entry(row);
            var items = new object?[length];
            for (var i = 0; i < length; i++)
            {
                items[i] = _elements.Read(offset + i);
            }

            return items;
        }

        public (int Offset, int Length) Entry(int row) => ((int)((ulong*)Data)[row * 2], (int)((ulong*)Data)[(row * 2) + 1]);
    }

    // A map is a list of structs of key and value.
    private sealed class MapReader : VectorReader
    {
        private readonly VectorReader _keys;
        private readonly VectorReader _values;

        public MapReader(MapType type, IntPtr vector)
            : base(vector)
        {
            var entries = NativeMethods.Vectors.DuckDBListVectorGetChild(vector);
            _keys = For(type.KeyType, NativeMethods.Vectors.DuckDBStructVectorGetChild(entries, 0));
            _values = For(type.ValueType, NativeMethods.Vectors.DuckDBStructVectorGetChild(entries, 1));
        }

        private protected override object Value(int row)
        {
            var (offset, length) = ((int)((ulong*)Data)[row * 2], (int)((ulong*)Data)[(row * 2) + 1]);
            var map = new Dictionary<object, object?>(length);
            for (var i = offset; i < offset + length; i++)
            {
                map[_keys.Read(i)!] = _values.Read(i);
            }

            return map;
        }
    }

    private sealed class StructReader(StructType type, IntPtr vector) : VectorReader(vector)
    {
        private readonly VectorReader[] _fields =
            [.. type.Fields.Select((f, i) => For(f.DataType, NativeMethods.Vectors.DuckDBStructVectorGetChild(vector, i)))];

        private protected override object Value(int row) => new Row(Array.ConvertAll(_fields, field => field.Read(row)), type);
    }
}
