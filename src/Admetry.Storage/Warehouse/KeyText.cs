using System.Data.Common;
using System.Globalization;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Reads the keys of one column as text. Days repeat from row to row, so the last one written is kept.</summary>
sealed class KeyText
{
    readonly TimePart? part;
    DateOnly lastDay;
    string lastText = "";

    KeyText(TimePart? part) => this.part = part;

    public static KeyText For(Dimension dimension) => new(dimension.Part);

    public string Read(DbDataReader reader, int column) => reader.IsDBNull(column) ? "" : part switch
    {
        null => reader.GetString(column),
        TimePart.Year or TimePart.DayOfWeek => reader.GetInt32(column).ToString(CultureInfo.InvariantCulture),
        { } time => Written(time, reader.GetFieldValue<DateOnly>(column)),
    };

    string Written(TimePart time, DateOnly day)
    {
        if (day != lastDay || lastText is "")
            (lastDay, lastText) = (day, TimeKeys.Format(time, day));
        return lastText;
    }
}
