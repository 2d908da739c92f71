using System.Text;
using System.Text.Json.Nodes;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Persons;
using Admetry.Connectors.Exports.Tables;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class PersonFilterTests
{
    static readonly PersonKey Key = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_columns_of_persons_become_tokens_and_all_else_stays_in_its_place()
    {
        const string Orders = "Name,Email,Paid at,Total,Billing Name,Note\n#1001,ann@example.com,2024-01-01,12.50,\"Ann \"\"A\"\" Lee\",\"two\nlines\"\n\n#1002, ANN@example.com ,2024-01-02,3.00,,\"a,b\"\n";

        Assert.Equal(["Email", "Billing Name"], Find(Orders));
        Assert.Equal(
            $"Name,Email,Paid at,Total,Billing Name,Note\n#1001,{Key.Hide("ann@example.com")},2024-01-01,12.50,{Key.Hide("Ann \"A\" Lee")},\"two\nlines\"\n\n#1002,{Key.Hide("ann@example.com")},2024-01-02,3.00,,\"a,b\"\n",
            Hide(Orders));
    }

    [Fact]
    public void A_token_is_the_HMAC_of_the_trimmed_lower_case_text_and_is_never_hidden_twice()
    {
        // HMAC-SHA-256 with the key 00 01 … 1f of "ann@example.com", worked with OpenSSL.
        Assert.Equal("person:7fd723e36b1c9108cdb7920372eed445", Key.Hide(" Ann@Example.com "));
        Assert.Equal(Key.Hide("ann@example.com"), Key.Hide(Key.Hide("ann@example.com")));
        Assert.NotEqual(Key.Hide("ann@example.com"), new PersonKey(new byte[32]).Hide("ann@example.com"));
        Assert.Equal(" ", Key.Hide(" "));
    }

    [Theory]
    [InlineData("date,Email,Social\n2024-01-01,120,88\n2024-01-02,130,90\n"), InlineData("campaign,account_manager,spend\nA,Ann Lee,5\n")]
    [InlineData("Campaign name,Spend\nWrite to us @home. Now,5\n"), InlineData("[{\"campaign\":\"Mail\",\"spend\":5}]")]
    public void A_file_that_names_no_customer_stays_as_it_is(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Addresses_are_found_whatever_their_column_is_called() =>
        Assert.Equal(["Wer", "Kontakt"], Find("Wer,Kontakt,Spend\na.b@c-d.io,x@y.de,5\n"));

    [Fact]
    public void Lists_below_a_preamble_and_in_UTF_16_are_rewritten_in_their_own_encoding()
    {
        var text = "Audience report\nMay 1, 2024\n\nVorname\tE-Mail-Adresse\tKlicks\nJörg\tjörg@example.de\t3\n";
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray();

        var hidden = HideBytes(bytes);

        Assert.Equal(Encoding.Unicode.GetPreamble(), hidden[..2]);
        Assert.Equal(
            $"Audience report\nMay 1, 2024\n\nVorname\tE-Mail-Adresse\tKlicks\n{Key.Hide("Jörg")}\t{Key.Hide("jörg@example.de")}\t3\n",
            Encoding.Unicode.GetString(hidden[2..]));
    }

    [Fact]
    public void Properties_of_JSON_are_hidden_at_any_depth_and_the_rest_is_copied_sign_by_sign()
    {
        const string Text = """
            {"orders": [ {"id": 1, "email": "ann@example.com", "total": "5.00",
              "customer": {"first_name": "Ann", "phone": 4915112345678, "tags": ["a", "b"]},
              "emails": ["x"], "email_addresses" : null, "note": "ask ann@example.com", "contact": "bob@example.org", "mail\u0069ng": 1.50} ]}
            """;

        Assert.Equal(["e-mail addresses", "email", "first_name", "phone"], Find(Text));
        Assert.Equal(
            Text.Replace("\"ann@example.com\"", $"\"{Key.Hide("ann@example.com")}\"").Replace("\"Ann\"", $"\"{Key.Hide("Ann")}\"")
                .Replace("4915112345678", $"\"{Key.Hide("4915112345678")}\"").Replace("\"bob@example.org\"", $"\"{Key.Hide("bob@example.org")}\""),
            Hide(Text));
    }

    [Fact]
    public void A_list_below_a_persons_property_is_hidden_as_a_whole_and_escapes_are_read()
    {
        var hidden = JsonNode.Parse(Hide("""{"address":["12 High Street","Sm\u00efth"],"x":"y","email":"ann\u0040example.com"}"""))!;

        Assert.Equal([Key.Hide("12 High Street"), Key.Hide("Smïth")], hidden["address"]!.AsArray().Select(item => (string)item!));
        Assert.Equal(("y", Key.Hide("ann@example.com")), ((string)hidden["x"]!, (string)hidden["email"]!));
    }

    [Fact]
    public void A_broken_table_of_persons_is_not_kept()
    {
        var error = Assert.Throws<PersonsNotHiddenException>(() => Hide("Email,Spend\n" + string.Concat(Enumerable.Repeat("a@b.de,5\n", 500)) + "\"a@b.de,5\n" + new string('x', 2 << 20)));

        Assert.Contains("is broken, so that it cannot be kept", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_random_tables_only_the_persons_change()
    {
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var delimiter = random.GetItems<char>([',', ';', '\t'], 1)[0];
            var (columns, persons) = (random.Next(2, 7), random.Next(0, 2));
            var rows = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Enumerable.Range(0, columns).Select(_ => Cell(random)).ToArray()).ToList();
            string[] header = [.. Enumerable.Range(0, columns).Select(i => i == persons ? "Email address" : i == columns - 1 && columns > 2 ? "Last name" : $"Clicks {i}")];
            var text = Table([header, .. rows], delimiter);

            var hidden = Read(Hide(text), delimiter);

            Assert.Equal(Read(text, delimiter).Select(record => (record.Line, Cells: string.Join('\u241F', record.Cells.Select((cell, i) =>
                record.Line > 1 && header[i] is "Email address" or "Last name" ? Key.Hide(cell) : cell)))),
                hidden.Select(record => (record.Line, string.Join('\u241F', record.Cells))));
        }
    }

    static string Cell(Random random) => random.Next(6) switch
    {
        0 => "",
        1 => "a, \"quoted\"; text",
        2 => "two\nlines",
        3 => $"{random.Next(1000)}",
        _ => $"Name {random.Next(50)}",
    };

    static string Table(IEnumerable<string[]> rows, char delimiter) => string.Concat(rows.Select(row => string.Join(delimiter, row.Select(cell =>
        cell.AsSpan().IndexOfAny(['"', '\n', delimiter]) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));

    static List<(int Line, string[] Cells)> Read(string text, char delimiter)
    {
        using var table = new CsvTable(new StringReader(text), delimiter);
        var records = new List<(int, string[])>();
        while (table.Read())
            records.Add((table.Line, [.. Enumerable.Range(0, table.Count).Select(i => table.Cell(i).ToString())]));
        return records;
    }

    static IReadOnlyList<string> Find(string text) => PersonFilter.Find(File(Encoding.UTF8.GetBytes(text)), Cancel);

    static string Hide(string text) => Encoding.UTF8.GetString(HideBytes(Encoding.UTF8.GetBytes(text)));

    static byte[] HideBytes(byte[] bytes)
    {
        using var to = new MemoryStream();
        PersonFilter.Hide(File(bytes), Key, to);
        return to.ToArray();
    }

    static ReceivedFile File(byte[] bytes) => new("a.csv", () => new MemoryStream(bytes, writable: false));
}
