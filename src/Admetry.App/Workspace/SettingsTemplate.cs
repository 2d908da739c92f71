namespace Admetry.App.Workspace;

/// <summary>What a new workspace starts with: every setting, explained and commented out.</summary>
static class SettingsTemplate
{
    public const string GitIgnore = """
        # Data the program keeps, and files received: both may hold what is not yours to publish.
        .admetry/
        inbox/

        """;

    public const string Text = """
        # Settings of this workspace. Every line is optional; a wrong one stops the program and says what to write instead.

        # name: ACME Corp

        # The currency that mixed money is shown in (ISO 4217). It needs exchange rates: see 'rates'.
        # currency: USD

        # The zone of schedules and of "today" (IANA). Days of data stay the account's own.
        timezone: UTC

        warehouse:
          engine: duckdb              # duckdb: a file in .admetry/; or postgres
          # memory_limit: 4GB         # duckdb: memory it may take
          # threads: 4                # duckdb: one for each core otherwise
          # temp_directory: /scratch  # duckdb: where it spills
          # connection: env:ADMETRY_WAREHOUSE   # postgres: the variable that holds the connection string, never the string
          # schema: marketing         # postgres

        # clients:
        #   - code: C101
        #     name: North Shore Outfitters
        #     currency: USD

        # Whose a file is, where the file itself does not say. The first rule that matches decides; patterns are below inbox/.
        # accounts:
        #   - files: north-shore/*
        #     platform: meta_ads
        #     account: "1234567890"
        #     client: C101
        #     currency: USD
        #     timezone: America/New_York

        # How to read files that are not recognised: canonical name: column of the file. A wrong name lists the right ones.
        # sources:
        #   - name: criteo_weekly
        #     files: criteo_*.csv
        #     platform: criteo
        #     account: "77"
        #     currency: EUR
        #     columns: { day: Date, campaign_name: Campaign, spend: Cost, impressions: Displays, clicks: Clicks }
        #     units: { spend: cents }
        #     numbers: "1.234,56"
        #     date_order: dmy

        # Metrics of your own, on every surface like the built-in ones (admetry metrics lists those).
        # metrics:
        #   - name: cost_per_cart
        #     unit: money
        #     better: lower
        #     numerator: spend
        #     denominator: add_to_cart
        #   - name: own_conversion_value
        #     unit: money
        #     better: higher
        #     sum:
        #       - { metric: purchases, weight: 50 }
        #       - { metric: leads, weight: 5, clients: [C101] }

        # Exchange rates: one 'from' is 'rate' of 'to', from that day until the next. A file has the columns day,from,to,rate.
        # rates:
        #   - { day: 2024-01-01, from: EUR, to: USD, rate: 1.1050 }
        #   - file: rates.csv

        thresholds:
          daily_spend: 10000          # spend of one account on one day that is worth a question

        # When a source says a day again: update (the newer word counts) or nothing (the first one does).
        fact_conflict: update

        """;
}
