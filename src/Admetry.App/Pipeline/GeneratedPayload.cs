using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;
using Admetry.Storage.Warehouse.Synthetic;
using Admetry.Synthetic.Acme;

namespace Admetry.App.Pipeline;

/// <summary>A payload that holds no rows but says which company to generate: its load is a function of it, as that of a file is of the file.</summary>
static class GeneratedPayload
{
    /// <summary>What the manifest of such a payload says its source is.</summary>
    public const string SourceKind = "generated";

    public const string FileName = "acme.json";

    public const string Family = AcmeLoad.Family;

    public static bool Is(Manifest manifest) => manifest.SourceKind is SourceKind && manifest.FileName is FileName;

    /// <summary>Generates and loads the company.</summary>
    /// <exception cref="WarehouseException">Another one stands already.</exception>
    public static async Task<PartOutcome> LoadAsync(
        WarehouseDatabase warehouse, Manifest manifest, LandedPart part, Func<Manifest, LandedPart, LoadRequest> request, IProgress<long>? rows, long? loadId,
        CancellationToken cancel)
    {
        AcmeParameters parameters;
        try
        {
            await using var content = part.Open();
            using var reader = new StreamReader(content);
            parameters = AcmeParameters.Parse(await reader.ReadToEndAsync(cancel));
        }
        catch (FormatException error)
        {
            return new PartRefused(manifest, part.Name, error.Message, "Run 'admetry generate acme' with this version of the program.", null);
        }

        var result = await AcmeLoad.CommitAsync(warehouse, parameters, request(manifest, part) with { InputRows = parameters.Rows, LoadId = loadId }, null, rows, cancel);
        return new PartLoaded(manifest, part.Name, Family, result, []);
    }
}
