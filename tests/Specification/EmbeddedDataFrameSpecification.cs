namespace Specification;

public sealed class EmbeddedDataFrameSpecification(EmbeddedEngine engine) : DataFrameSpecification(engine), IClassFixture<EmbeddedEngine>;
