namespace Specification;

public sealed class SparkCallSpecification(SparkEngine engine) : CallSpecification<SparkEngine>(engine);
