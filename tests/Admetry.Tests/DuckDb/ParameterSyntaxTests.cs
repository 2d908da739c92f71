using Admetry.DuckDb;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Admetry.Tests.DuckDb;

/// <summary>The rewriting is seen from outside only: through what the engine makes of a statement.</summary>
public sealed class ParameterSyntaxTests : IDisposable
{
    static readonly Gen<string> Noise = Gen.Elements(
        "a", "@p", "@ p", "$p", "''", "'", "\\", "\"", "--", "/*", "*/", "$", "$$", "$x$", "@", "E", "e", "1", "é", " ",
        "\n", ";", "🦆")
        .ListOf().Select(string.Concat);

    readonly DuckDbConnection connection = DuckDbTestDatabase.InMemory();

    /// <summary>A text quoted in each way there is, with the value the engine must read.</summary>
    static readonly Gen<(string Sql, string Value)> Literal = Gen.OneOf(
        Noise.Select(text => (Quote(text), text)),
        Noise.Select(text => ($"E'{Escape(text)}'", text)),
        Noise.Select(text => ($"e'{Escape(text)}'\n'{Escape(text)}'", text + text)),
        Noise.Where(text => !text.Contains('$')).Select(text => ($"$${text}$$", text)),
        Noise.Where(text => !(text + "$").Contains("$tag$", StringComparison.Ordinal))
            .Select(text => ($"$tag${text}$tag$", text)));

    static readonly Gen<string> Space = Gen.OneOf(
        Gen.Constant(" "),
        Noise.Select(text => $" -- {text.Replace("\n", "", StringComparison.Ordinal)}\n"),
        Noise.Where(IsQuiet).Select(text => $" /* {text} */ "),
        Noise.Where(IsQuiet).Select(text => $" /* /* {text} */ {text} */ "));

    static bool IsQuiet(string text) =>
        !text.Contains("/*", StringComparison.Ordinal) && !text.Contains("*/", StringComparison.Ordinal)
        && !text.EndsWith('*') && !text.EndsWith('/') && !text.StartsWith('/') && !text.StartsWith('*');

    [Fact]
    public void Whatever_is_quoted_stays_and_each_parameter_is_found() =>
        Prop.ForAll(
            (from literals in Literal.NonEmptyListOf()
             from alias in Noise.Where(text => !text.Contains(';'))
             from space in Space
             select (Literals: literals.ToArray(), Alias: $"n{alias}", Space: space)).ToArbitrary(),
            sample =>
            {
                var items = sample.Literals.Select((literal, i) => $"{literal.Sql}{sample.Space}as a{i},@p as p{i}");
                var alias = sample.Alias.Replace("\"", "\"\"", StringComparison.Ordinal);
                using var command = connection.Command(
                    $"select{sample.Space}{string.Join(",", items)},@p as \"{alias}\"{sample.Space}", ("p", 7));
                using var reader = command.ExecuteReader();
                Assert.True(reader.Read());
                for (var i = 0; i < sample.Literals.Length; i++)
                    Assert.Equal((sample.Literals[i].Value, 7), (reader.GetString(2 * i), reader.GetInt32(2 * i + 1)));
                Assert.Equal(sample.Alias, reader.GetName(reader.FieldCount - 1));
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("select @ -5", 5)]
    [InlineData("select @ x from (select -5 as x)", 5)]
    [InlineData("select (@(-5))", 5)]
    [InlineData("select 1+@p", 8)]
    [InlineData("select case when 5<@p then 1 else 0 end", 1)]
    [InlineData("select case when 7=@p then 1 else 0 end", 1)]
    [InlineData("select @ @p", 7)]
    [InlineData("select[@p][1]", 7)]
    public void The_operator_and_the_parameter_live_side_by_side(string sql, int expected)
    {
        using var command = connection.Command(sql, ("p", 7));

        Assert.Equal(expected, Convert.ToInt32(command.ExecuteScalar(), null));
    }

    [Fact]
    public void Containment_of_lists_is_no_parameter() =>
        Assert.Equal(true, connection.Scalar("select [1,2] @> [1] and [1] <@ [1, @p]", ("p", 2)));

    [Fact]
    public void A_literal_after_a_number_or_a_name_ends_where_the_engine_says() =>
        Assert.Equal("\\ 7", connection.Scalar("""select e || ' ' || @p from (select '\' as e)""", ("p", 7)));

    [Fact]
    public void A_literal_continued_on_another_line_keeps_its_escapes() =>
        Assert.Equal("a'@p b'@p 7", connection.Scalar("select E'a\\'@p'\n -- with a 'comment'\n ' b\\'@p ' || @p", ("p", 7)));

    [Fact]
    public void An_error_points_to_the_same_place()
    {
        var error = Assert.Throws<DuckDbException>(() => connection.Scalar("select @p,\n  nothing", ("p", 1)));

        Assert.Equal((2, 3), (error.Line, error.Column));
    }

    static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);

    public void Dispose() => connection.Dispose();
}
