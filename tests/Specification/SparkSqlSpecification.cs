namespace Specification;

public sealed class SparkSqlSpecification(SparkEngine engine) : SqlSpecification<SparkEngine>(engine);
