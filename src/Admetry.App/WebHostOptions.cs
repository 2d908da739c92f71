using Admetry.App.Components;
using Admetry.App.Pipeline;
using Admetry.Metrics;
using Admetry.Storage.Control;
using Admetry.Storage.Warehouse;

namespace Admetry.App;

/// <summary>What the web server needs, made and owned by whoever starts it.</summary>
public sealed record WebHostOptions
{
    /// <summary>Where it listens. A port of 0 takes a free one; any address but loopback shows the numbers to the network.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5180";

    public required WarehouseDatabase Warehouse { get; init; }

    public required MetricReader Metrics { get; init; }

    public required Catalogue Catalogue { get; init; }

    public required Site Site { get; init; }

    /// <summary>Where files are handed in; null closes the import page.</summary>
    public Uploads? Uploads { get; init; }

    /// <summary>What people pinned; null: nothing can be pinned.</summary>
    public NoteStore? Notes { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Who asks. Whoever reaches a loopback address is the workspace's owner, unless told otherwise.</summary>
    public Func<HttpContext, Principal> Who { get; init; } = _ => Principal.Everything("web");

    /// <summary>Names the server answers to beside the loopback's own, without port.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Where keys of form tokens are kept; null: in memory, so that forms open during a restart must be loaded again.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>Last changes to the builder, such as its logging.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }
}
