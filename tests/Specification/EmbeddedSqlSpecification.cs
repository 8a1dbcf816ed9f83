namespace Specification;

public sealed class EmbeddedSqlSpecification(EmbeddedEngine engine) : SqlSpecification<EmbeddedEngine>(engine);
