namespace Admetry.App.Api;

/// <summary>A request that cannot be answered as it stands: what is wrong with it, and what to do.</summary>
/// <param name="part">Which part of the request.</param>
/// <param name="nearest">Names that may have been meant, best first.</param>
public sealed class ApiException(
    string part, string reason, string remedy, IReadOnlyList<string>? nearest = null, int status = StatusCodes.Status400BadRequest)
    : Exception(reason)
{
    public string Part => part;

    public string Remedy => remedy;

    public IReadOnlyList<string> Nearest => nearest ?? [];

    public int Status => status;
}
