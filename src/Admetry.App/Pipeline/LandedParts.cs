using Admetry.Connectors.Exports;
using Admetry.Storage.Landing;

namespace Admetry.App.Pipeline;

/// <summary>Landed parts as the reader of exports takes them.</summary>
static class LandedParts
{
    /// <summary>The part, with what came beside it.</summary>
    public static ReceivedFile ToFile(this LandedPart part) => Alone(part) with { Beside = [.. part.Beside.Select(Alone)] };

    static ReceivedFile Alone(LandedPart part) => new(part.Name, part.Open);
}
