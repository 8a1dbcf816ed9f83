namespace Specification;

public sealed class SparkDataFrameSpecification(SparkEngine engine) : DataFrameSpecification<SparkEngine>(engine);
