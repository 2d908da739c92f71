namespace Admetry.DuckDb;

/// <summary>How far the running query is, by the engine's estimate, which can stand still for a while.</summary>
/// <param name="Share">From 0 to 1; null where the engine cannot tell, or nothing runs.</param>
/// <param name="RowsDone">Rows of the source read so far.</param>
/// <param name="RowsTotal">Rows of the source in all.</param>
public readonly record struct DuckDbProgress(double? Share, long RowsDone, long RowsTotal);
