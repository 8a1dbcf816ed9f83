namespace Specification;

public sealed class EmbeddedDataFrameSpecification(EmbeddedEngine engine) : DataFrameSpecification<EmbeddedEngine>(engine);
