using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Writes the order of an answer: total on every engine, since ties go by key.</summary>
static class OrderSql
{
    /// <returns>Nothing for an answer of one row.</returns>
    public static string By(MetricQuery query, SqlDialect dialect)
    {
        var chosen = query.OrderBy is [] ? Usual(query) : query.OrderBy;
        var ties = query.Keys.Where(key => chosen.All(order => order.Name != key.Name)).Select(key => new Order(key.Name));
        var names = chosen.Concat(ties).Select(order => Column(query, dialect, order));
        return query.Keys is [] ? "" : string.Join(", ", names.Concat(Entities(query).Select(key => $"{key.Name}_key")));
    }

    /// <summary>The keys of entities, in columns of their own: what tells two rows of one name apart.</summary>
    public static IEnumerable<string> Hidden(MetricQuery query) => Entities(query).Select(key => $"s.{key.Name} as {key.Name}_key");

    static IEnumerable<Dimension> Entities(MetricQuery query) => query.Keys.Where(key => FactChoice.ShowOf(query, key) is not null);

    static IReadOnlyList<Order> Usual(MetricQuery query)
    {
        var times = query.Keys.Where(key => key.IsTime).Select(key => new Order(key.Name)).ToList();
        return times is [] ? [new(query.Metrics[0].Name, Descending: true)] : times;
    }

    static string Column(MetricQuery query, SqlDialect dialect, Order order)
    {
        var isText = query.Keys.Any(key => key.Name == order.Name && !key.IsTime);
        var sql = order.Of switch
        {
            OrderOf.Previous => $"{order.Name}_before",
            OrderOf.Change => $"{order.Name} - {order.Name}_before",
            _ => order.Name,
        };
        return $"{sql}{(isText ? dialect.TextOrder : "")}{(order.Descending ? " desc" : "")} nulls last";
    }
}
