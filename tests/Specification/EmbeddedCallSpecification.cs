namespace Specification;

public sealed class EmbeddedCallSpecification(EmbeddedEngine engine) : CallSpecification<EmbeddedEngine>(engine);
