using System.Data.Common;
using Admetry.App.Commands;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Storage.Warehouse;

namespace Admetry.App;

/// <summary>Opens workspaces for commands and servers, and repairs what a crash left undone.</summary>
public static class Workspaces
{
    /// <summary>A workspace of the caller's own, reconciled; what was repaired stands in its notices.</summary>
    public static async Task<WorkspaceLease> OpenAsync(WorkspaceFolder folder, CancellationToken cancel)
    {
        try
        {
            return await OpenOnceAsync(folder, cancel);
        }
        catch (DbException error) when (DuckDbRepair.IsCorrupt(error))
        {
            var notice = DuckDbRepair.SetAside(folder.WarehouseFile, "damaged", TimeProvider.System);
            var lease = await OpenOnceAsync(folder, cancel);
            lease.Workspace.Notices.Insert(0, notice);
            return lease;
        }
    }

    static async Task<WorkspaceLease> OpenOnceAsync(WorkspaceFolder folder, CancellationToken cancel)
    {
        var workspace = await OpenWorkspace.OpenAsync(folder, TimeProvider.System, cancel);
        try
        {
            foreach (var line in await new Reconciliation(workspace).RunAsync(cancel))
                workspace.Notices.Add(line);
            return new(workspace, isOwned: true);
        }
        catch
        {
            await workspace.DisposeAsync();
            throw;
        }
    }
}
