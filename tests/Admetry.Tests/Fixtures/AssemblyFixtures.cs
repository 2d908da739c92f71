using Admetry.Tests.Fixtures;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
