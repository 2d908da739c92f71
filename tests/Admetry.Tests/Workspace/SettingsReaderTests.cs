using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Workspace;

/// <summary>Right settings become what they say; each wrong one is told with its key, value, line and remedy.</summary>
public sealed class SettingsReaderTests
{
    const string Complete = """
        name: ACME Corp
        currency: EUR
        timezone: Europe/Berlin
        warehouse:
          engine: postgres
          connection: env:ACME_WAREHOUSE
          schema: marketing
        clients:
          - { code: C101, name: North Shore, currency: USD }
          - code: C102
        accounts:
          - files: north/*
            platform: meta_ads
            account: "0123"
            client: C101
            currency: USD
            timezone: America/New_York
        sources:
          - name: criteo
            files: [criteo_*.csv, "*.crt"]
            platform: criteo
            account: 77
            currency: EUR
            delimiter: tab
            header: [when, name, cost]
            level: campaign
            columns: { day: when, campaign_name: name, spend: cost }
            units: { spend: cents }
            numbers: "1.234,56"
            date_order: dmy
            duplicates: sum
        metrics:
          - { name: cost_per_cart, unit: money, better: lower, numerator: spend, denominator: add_to_cart }
          - name: own_value
            unit: money
            sum: [{ metric: purchases, weight: 50 }, { metric: leads, weight: 2.5, clients: [C101] }]
        rates:
          - { day: 2024-01-01, from: EUR, to: USD, rate: 1.105 }
          - file: rates/2024.csv
        thresholds: { daily_spend: 2500.50 }
        fact_conflict: nothing
        """;

    [Fact]
    public void Complete_settings_become_what_they_say()
    {
        var settings = SettingsReader.Read(Complete, "admetry.yaml");

        Assert.Equal(("ACME Corp", "EUR", "Europe/Berlin"), (settings.Name, settings.Currency, settings.TimeZone));
        Assert.Equal(new WarehouseSettings { Engine = WarehouseEngine.Postgres, ConnectionVariable = "ACME_WAREHOUSE", Schema = "marketing" }, settings.Warehouse);
        Assert.Equal([new("C101", "North Shore", "USD"), new ClientSettings("C102", null, null)], settings.Clients);
        Assert.Equal([new AccountRule("north/*", Platform.Meta, "0123", "C101", "USD", "America/New_York")], settings.Accounts);
        Assert.Equal(["cost_per_cart", "own_value"], settings.Metrics.Select(metric => metric.Name));
        Assert.Equal([50m, 2.5m], settings.Metrics[1].Sum.Select(term => term.Weight));
        Assert.Equal(["C101"], settings.Metrics[1].Sum[1].Clients);
        Assert.Equal([new ExchangeRate(new(2024, 1, 1), "EUR", "USD", 1.105m)], settings.Rates);
        Assert.Equal(["rates/2024.csv"], settings.RateFiles);
        Assert.Equal(2500.50m, settings.DailySpendThreshold);
        Assert.Equal(FactConflict.Nothing, settings.FactConflict);
    }

    [Fact]
    public void A_source_becomes_a_mapping()
    {
        var source = Assert.Single(SettingsReader.Read(Complete, "admetry.yaml").Sources);

        Assert.Equal(("criteo", "criteo", "77", "EUR"), (source.Name, source.Platform, source.Account, source.Currency));
        Assert.Equal(["criteo_*.csv", "*.crt"], source.Files);
        Assert.Equal(('\t', false, Level.Campaign), (source.Delimiter, source.HasHeader, source.Level));
        Assert.Equal(["when", "name", "cost"], source.HeaderNames);
        Assert.Equal("cost", source.Columns["spend"]);
        Assert.Equal("cents", source.Units["spend"]);
        Assert.Equal(("1.234,56", "dmy", "delivery", Duplicates.Sum), (source.Numbers, source.DateOrder, source.Target, source.Duplicates));
        Assert.Empty(MappingCheck.Problems(source));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("clients:\nname: ~\n")]
    public void Settings_that_say_nothing_are_the_defaults(string yaml)
    {
        var settings = SettingsReader.Read(yaml, "admetry.yaml");

        Assert.Equal(("UTC", null, 10_000m), (settings.TimeZone, settings.Currency, settings.DailySpendThreshold));
        Assert.Equal(WarehouseEngine.DuckDb, settings.Warehouse.Engine);
        Assert.Equal(FactConflict.Update, settings.FactConflict);
        Assert.Empty(settings.Clients);
    }

    [Theory]
    [InlineData("curency: EUR", "admetry.yaml:1: curency 'EUR' is not a setting. Did you mean currency?")]
    [InlineData("\ncurrency: euro", "admetry.yaml:2: currency 'euro' is not a currency code. Write three capital letters of ISO 4217, such as USD or EUR.")]
    [InlineData("timezone: Berlin", "admetry.yaml:1: timezone 'Berlin' is not a time zone. Write an IANA name, such as Europe/Berlin or UTC.")]
    [InlineData("name: [a, b]", "admetry.yaml:1: name holds a list or a group of keys. Write one value on the line of the key.")]
    [InlineData("warehouse: duckdb", "admetry.yaml:1: warehouse 'duckdb' is not a group of keys. Write lines of 'key: value'; the keys are engine, connection, schema, memory_limit, threads, temp_directory.")]
    [InlineData("warehouse:\n  engine: oracle", "admetry.yaml:2: warehouse.engine 'oracle' is not a choice. Write duckdb or postgres.")]
    [InlineData("warehouse:\n  schema: main", "admetry.yaml:2: warehouse.schema 'main' has no meaning for the engine duckdb. Remove the line, or change 'engine'.")]
    [InlineData("warehouse:\n  memory_limit: lots", "admetry.yaml:2: warehouse.memory_limit 'lots' is not a size. Write a number and a unit, such as 4GB or 512MB.")]
    [InlineData("warehouse:\n  threads: 0", "admetry.yaml:2: warehouse.threads '0' is not a number of threads. Write a whole number from 1 to 1024.")]
    [InlineData("warehouse:\n  temp_directory: ../x", "admetry.yaml:2: warehouse.temp_directory '../x' is not a folder. Write an absolute path, or one inside the workspace.")]
    [InlineData("clients:\n  code: C101", "admetry.yaml:2: clients is not a list. Write items that start with '- ', each with its own keys.")]
    [InlineData("clients:\n  - name: A", "admetry.yaml:2: clients[1].code is missing. Give the client a short code, such as C101.")]
    [InlineData("clients:\n  - code: C1\n  - code: c1", "admetry.yaml:3: clients[2].code 'c1' is given twice. Remove one of the two clients, or give it another code.")]
    [InlineData("accounts:\n  - files: a*\n    platform: meta", "admetry.yaml:3: accounts[1].platform 'meta' is not a platform. Write ")]
    [InlineData("accounts:\n  - files: a*", "admetry.yaml:2: accounts[1].files 'a*' is a rule that says nothing. Add platform, account, client, currency or timezone below it.")]
    [InlineData("sources:\n  - name: a\n    files: a.csv\n    columns: {spnd: Cost}", "admetry.yaml:4: sources[1].columns.spnd 'Cost' is not a setting. Did you mean spend")]
    [InlineData("sources:\n  - name: a\n    files: a.csv\n    columns: {spend: Cost}\n    units: {spend: dozen}", "admetry.yaml:5: sources[1].units.spend 'dozen' is not a choice. Write micros, cents, percent or thousand.")]
    [InlineData("sources:\n  - name: a\n    files: a.csv\n    columns: {spend: Cost}\n    units: {clicks: cents}", "admetry.yaml:5: sources[1].units \"cents\" is not valid. Add columns.clicks, or take the unit away.")]
    [InlineData("sources:\n  - name: a\n    files: a.csv\n    delimiter: semicolon\n    columns: {spend: Cost}", "admetry.yaml:4: sources[1].delimiter 'semicolon' is not a delimiter. Write one sign in quotes, such as ';', or the word tab.")]
    [InlineData("sources:\n  - name: a\n    columns: {spend: Cost}", "admetry.yaml:2: sources[1].files is missing. Say which files it is for, such as 'criteo_*.csv'.")]
    [InlineData("metrics:\n  - name: x y\n    numerator: spend\n    denominator: clicks", "admetry.yaml:2: metrics[1].name 'x y' is not a metric's name. Write small letters, digits and _, such as lead_value.")]
    [InlineData("metrics:\n  - name: a\n    numerator: spend", "admetry.yaml:2: metrics[1].denominator is missing. Write 'numerator' and 'denominator', or 'minuend' and 'less', or 'sum', and only one of the three.")]
    [InlineData("metrics:\n  - name: a\n    numerator: spend\n    denominator: klicks", "admetry.yaml:2: metrics[1].name 'a' cannot be a metric: there is no metric klicks")]
    [InlineData("rates:\n  - {day: 1.1.2024, from: EUR, to: USD, rate: 1}", "admetry.yaml:2: rates[1].day '1.1.2024' is not a day. Write it as 2024-03-31.")]
    [InlineData("rates:\n  - {day: 2024-01-01, from: EUR, to: USD, rate: -1}", "admetry.yaml:2: rates[1].rate '-1' is not a rate above zero. Write how much of 'to' one of 'from' is, such as 1.0845.")]
    [InlineData("rates:\n  - file: ../rates.csv", "admetry.yaml:2: rates[1].file '../rates.csv' leads out of the workspace. Write a path inside the workspace, such as rates.csv.")]
    [InlineData("thresholds:\n  daily_spend: 10 USD", "admetry.yaml:2: thresholds.daily_spend '10 USD' is not an amount above zero. Write a number such as 10000 or 2500.50, without a currency.")]
    [InlineData("fact_conflict: ignore", "admetry.yaml:1: fact_conflict 'ignore' is not a choice. Write update or nothing.")]
    public void A_wrong_setting_is_told_with_its_line_key_value_and_remedy(string yaml, string message)
    {
        var problem = Assert.Single(Assert.Throws<SettingsException>(() => SettingsReader.Read(yaml, "admetry.yaml")).Problems);

        Assert.StartsWith(message, problem.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }

    [Theory]
    [InlineData("warehouse:\n  engine: postgres\n  connection: Host=db;Password=hunter2", "warehouse.connection is not the name of an environment variable. Write 'connection: env:NAME'")]
    [InlineData("warehouse:\n  engine: duckdb\n  password: hunter2", "warehouse.password is not a setting.")]
    public void A_password_is_refused_and_not_repeated(string yaml, string message)
    {
        var error = Assert.Throws<SettingsException>(() => SettingsReader.Read(yaml, "admetry.yaml"));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_in_the_order_of_lines()
    {
        var error = Assert.Throws<SettingsException>(() => SettingsReader.Read("fact_conflict: x\ncurrency: y\nnam: z\n", "admetry.yaml"));

        Assert.Equal([1, 2, 3], error.Problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("a: &x [1]\nname: *x", "anchor", 1)]
    [InlineData("name: !!python/object x", "tag", 1)]
    [InlineData("name: !local x", "tag", 1)]
    [InlineData("name: a\nname: b", "Duplicate key", 2)]
    [InlineData("name: a\n---\nname: b", "second document", 2)]
    [InlineData("name: [a\n", "not valid YAML", 2)]
    [InlineData("name: a\n\tcurrency: b", "indented with a tab", 2)]
    public void Yaml_that_is_more_than_data_is_refused_with_its_line(string yaml, string reason, int line)
    {
        var problem = Assert.Single(Assert.Throws<SettingsException>(() => SettingsReader.Read(yaml, "admetry.yaml")).Problems);

        Assert.Contains(reason, problem.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void Deep_and_large_files_are_refused_before_they_are_built()
    {
        var deep = Assert.Throws<SettingsException>(() => SettingsReader.Read("name: " + new string('[', 100_000), "admetry.yaml"));
        var large = Assert.Throws<SettingsException>(() => SettingsReader.Read("# " + new string('x', 1 << 20), "admetry.yaml"));

        Assert.Contains("nested", deep.Message, StringComparison.Ordinal);
        Assert.Contains("larger than 1 MiB", large.Message, StringComparison.Ordinal);
    }
}
