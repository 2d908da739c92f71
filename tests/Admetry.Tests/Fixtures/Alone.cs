using Xunit;

namespace Admetry.Tests.Fixtures;

/// <summary>Tests that measure the process (its memory, its clock): each runs alone, since others beside it would be measured too.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
