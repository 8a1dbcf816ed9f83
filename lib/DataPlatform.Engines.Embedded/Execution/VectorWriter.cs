using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using DuckDB.NET.Native;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>Writes .NET values of a Spark type into a DuckDB vector.</summary>
internal abstract unsafe class VectorWriter
{
    private VectorWriter(IntPtr vector) => Vector = vector;

    private IntPtr Vector { get; }

    // A list's child moves when it grows, so the address is asked for each time.
    private byte* Data => (byte*)NativeMethods.Vectors.DuckDBVectorGetData(Vector);

    /// <summary>The writer for a type's values.</summary>
    public static VectorWriter For(DataType type, IntPtr vector) => type switch
    {
        ArrayType array => new ListWriter(array, vector),
        MapType map => new MapWriter(map, vector),
        StructType structure => new StructWriter(structure, vector),
        DecimalType => new DecimalWriter(vector),
        _ => new PlainWriter(type, vector),
    };

    /// <summary>Sets the value of a row.</summary>
    public void Write(int row, object? value)
    {
        if (value is null)
        {
            SetNull(row);
        }
        else
        {
            Set(row, value);
        }
    }

    private protected virtual void SetNull(int row) => new VectorNulls(Vector).Add(row);

    private protected abstract void Set(int row, object value);

    private sealed class PlainWriter(DataType type, IntPtr vector) : VectorWriter(vector)
    {
        private protected override void Set(int row, object value)
        {
            switch (type)
            {
                case BooleanType:
                    Data[row] = (bool)value ? (byte)1 : (byte)0;
                    break;
                case ByteType:
                    ((sbyte*)Data)[row] = Convert.ToSByte(value, CultureInfo.InvariantCulture);
                    break;
                case ShortType:
                    ((short*)Data)[row] = Convert.ToInt16(value, CultureInfo.InvariantCulture);
                    break;
                case IntegerType or YearMonthIntervalType or NullType:
                    ((int*)Data)[row] = Convert.ToInt32(value, CultureInfo.InvariantCulture);
                    break;
                case LongType:
                    ((long*)Data)[row] = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                    break;
                case FloatType:
                    ((float*)Data)[row] = Convert.ToSingle(value, CultureInfo.InvariantCulture);
                    break;
                case DoubleType:
                    ((double*)Data)[row] = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                    break;
                case DateType:
                    ((int*)Data)[row] = ((Date)value).EpochDay;
                    break;
                case TimestampType:
                    ((long*)Data)[row] = ((Timestamp)value).EpochMicroseconds;
                    break;
                case TimestampNTZType:
                    ((long*)Data)[row] = new Timestamp(DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc)).EpochMicroseconds;
                    break;
                case DayTimeIntervalType:
                    ((long*)Data)[row] = ((TimeSpan)value).Ticks / TimeSpan.TicksPerMicrosecond;
                    break;
                case StringType or CharType or VarcharType:
                    SetBytes(row, Encoding.UTF8.GetBytes((string)value));
                    break;
                case BinaryType:
                    SetBytes(row, (byte[])value);
                    break;
                default:
                    throw EmbeddedErrors.UnsupportedType(type);
            }
        }

        private void SetBytes(int row, byte[] bytes)
        {
            fixed (byte* start = bytes)
            {
                NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(Vector, (ulong)row, start, bytes.Length);
            }
        }
    }

    private sealed class DecimalWriter : VectorWriter
    {
        private readonly DuckDBType _storage;
        private readonly byte _scale;

        public DecimalWriter(IntPtr vector)
            : base(vector)
        {
            using var type = NativeMethods.Vectors.DuckDBVectorGetColumnType(vector);
            _storage = NativeMethods.LogicalType.DuckDBDecimalInternalType(type);
            _scale = NativeMethods.LogicalType.DuckDBDecimalScale(type);
        }

        private protected override void Set(int row, object value)
        {
            var number = value is SqlDecimal exact ? exact : new SqlDecimal(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
            var scaled = SqlDecimal.AdjustScale(number, _scale - number.Scale, fRound: true);
            var unscaled = (Int128)0;
            for (var i = 3; i >= 0; i--)
            {
                unscaled = (unscaled << 32) | (uint)scaled.Data[i];
            }

            unscaled = scaled.IsPositive ? unscaled : -unscaled;
            switch (_storage)
            {
                case DuckDBType.SmallInt:
                    ((short*)Data)[row] = (short)unscaled;
                    break;
                case DuckDBType.Integer:
                    ((int*)Data)[row] = (int)unscaled;
                    break;
                case DuckDBType.BigInt:
                    ((long*)Data)[row] = (long)unscaled;
                    break;
                default:
                    ((Int128*)Data)[row] = unscaled;
                    break;
            }
        }
    }

    private class ListWriter(ArrayType type, IntPtr vector) : VectorWriter(vector)
    {
        private readonly VectorWriter _elements = For(type.ElementType, NativeMethods.Vectors.DuckDBListVectorGetChild(vector));

        private protected override void Set(int row, object value)
        {
            var items = value as IList ?? throw new ArgumentException($"A value of {type.Sql} must be an array, and is a {value.GetType().Name}.");
            var start = NativeMethods.Vectors.DuckDBListVectorGetSize(Vector);
            NativeMethods.Vectors.DuckDBListVectorReserve(Vector, (ulong)(start + items.Count));
            NativeMethods.Vectors.DuckDBListVectorSetSize(Vector, (ulong)(start + items.Count));
            ((ulong*)Data)[row * 2] = (ulong)start;
            ((ulong*)Data)[(row * 2) + 1] = (ulong)items.Count;
            for (var i = 0; i < items.Count; i++)
            {
                _elements.Write((int)start + i, items[i]);
            }
        }

        private protected override void SetNull(int row)
        {
            base.SetNull(row);
            ((ulong*)Data)[row * 2] = (ulong)NativeMethods.Vectors.DuckDBListVectorGetSize(Vector);
            ((ulong*)Data)[(row * 2) + 1] = 0;
        }
    }

    private sealed class MapWriter(MapType type, IntPtr vector) : ListWriter(new ArrayType(EntryType(type)), vector)
    {
        private readonly StructType _entry = EntryType(type);

        private protected override void Set(int row, object value) => base.Set(
            row,
            ClrValues.EntriesOf((IDictionary)value).Select(e => (object?)new Row([e.Key, e.Value], _entry)).ToArray());

        private static StructType EntryType(MapType type) => new([new StructField("key", type.KeyType), new StructField("value", type.ValueType)]);
    }

    private sealed class StructWriter(StructType type, IntPtr vector) : VectorWriter(vector)
    {
        private readonly VectorWriter[] _fields =
            [.. type.Fields.Select((f, i) => For(f.DataType, NativeMethods.Vectors.DuckDBStructVectorGetChild(vector, i)))];

        private protected override void Set(int row, object value)
        {
            var values = value switch
            {
                Row r => r.Values,
                GenericRow r => r.Values,
                _ => throw new ArgumentException($"A value of {type.Sql} must be a Row, and is a {value.GetType().Name}."),
            };
            for (var i = 0; i < _fields.Length; i++)
            {
                _fields[i].Write(row, values[i]);
            }
        }

        private protected override void SetNull(int row)
        {
            base.SetNull(row);
            foreach (var field in _fields)
            {
                field.Write(row, null);
            }
        }
    }
}
