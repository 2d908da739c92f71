using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Checks a mapping before a file is touched.</summary>
public static class MappingCheck
{
    internal static DecimalMark MarkOf(string numbers) =>
        numbers.LastIndexOf(',') > numbers.LastIndexOf('.') ? DecimalMark.Comma : DecimalMark.Point;

    internal static DateOrder OrderOf(string order) => order switch
    {
        "dmy" => DateOrder.DayFirst,
        "mdy" => DateOrder.MonthFirst,
        _ => DateOrder.YearFirst,
    };
}
