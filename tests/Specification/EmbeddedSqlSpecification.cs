namespace Specification;

public sealed class EmbeddedSqlSpecification(EmbeddedEngine engine) : SqlSpecification(engine), IClassFixture<EmbeddedEngine>;
