namespace Admetry.Metrics;

/// <summary>Metrics of a workspace's own that cannot be, with every fault found.</summary>
public sealed class UserMetricException(IReadOnlyList<UserMetricFault> faults)
    : Exception(string.Join(" ", faults.Select(fault => $"{fault.Metric}: {fault.Reason}")))
{
    public IReadOnlyList<UserMetricFault> Faults => faults;
}

/// <summary>What is wrong with one metric, and how to put it right.</summary>
/// <param name="Metric">Its name as written.</param>
public sealed record UserMetricFault(string Metric, string Reason);
