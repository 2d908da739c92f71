namespace Admetry.Connectors.Exports.Tables;

/// <summary>A length of time: <c>HH:MM:SS</c>, <c>MM:SS</c>, or a number of seconds.</summary>
public static class DurationText
{
    public static bool TryParse(ReadOnlySpan<char> text, DecimalMark mark, out decimal seconds)
    {
        seconds = 0;
        text = NumberText.Trim(text);
        if (text.IndexOf(':') < 0)
            return NumberText.Parse(text, mark, out seconds) is NumberKind.Number && seconds >= 0;

        var parts = 0;
        foreach (var range in text.Split(':'))
        {
            var kind = NumberText.Parse(text[range], DecimalMark.Point, out var part);
            if (kind is not NumberKind.Number || part < 0 || (parts > 0 && part >= 60) || ++parts > 3)
                return false;
            seconds = seconds * 60 + part;
        }
        return true;
    }
}
