namespace Admetry.DuckDb;

/// <summary>The engine's kinds of error, with its numbers (<c>duckdb_error_type</c>).</summary>
public enum DuckDbErrorType
{
    /// <summary>No kind was given.</summary>
    Unknown = 0,
    OutOfRange = 1,
    Conversion = 2,
    UnknownType = 3,
    Decimal = 4,
    MismatchType = 5,
    DivideByZero = 6,
    ObjectSize = 7,
    InvalidType = 8,
    Serialization = 9,
    /// <summary>A transaction could not start, go on or commit; also a write conflict with another one.</summary>
    Transaction = 10,
    NotImplemented = 11,
    Expression = 12,
    /// <summary>A table, function or setting does not exist, or exists already.</summary>
    Catalog = 13,
    Parser = 14,
    Planner = 15,
    Scheduler = 16,
    Executor = 17,
    Constraint = 18,
    Index = 19,
    Statistics = 20,
    Connection = 21,
    Syntax = 22,
    Settings = 23,
    /// <summary>A name in the statement means nothing, or its types do not fit.</summary>
    Binder = 24,
    Network = 25,
    Optimizer = 26,
    NullPointer = 27,
    InputOutput = 28,
    /// <summary>Cancelled, or out of time.</summary>
    Interrupt = 29,
    /// <summary>The database is unusable until it is opened anew.</summary>
    Fatal = 30,
    Internal = 31,
    InvalidInput = 32,
    OutOfMemory = 33,
    Permission = 34,
    ParameterNotResolved = 35,
    ParameterNotAllowed = 36,
    Dependency = 37,
    Http = 38,
    MissingExtension = 39,
    Autoload = 40,
    Sequence = 41,
    InvalidConfiguration = 42,
}
