public import Platform

/// Where a table goes that is copied, whole or not at all.
///
/// What it is given is CSV in its plainest form, which `RecordCutter` cuts: the readers write it
/// once, and each sink makes of it what it delivers.
public protocol TableSink: ~Copyable {
  /// A failure to write, as against something that is wrong with the table.
  associatedtype Failure: Error
  /// The failure that ended the copying, where one did.
  var failure: Failure? { get }
  /// Takes the next bytes, which may end amid a record.
  mutating func write(_ bytes: Swift.Span<UInt8>) throws(Refusal)
  /// Forgets what was written: the table is read again from its beginning.
  mutating func clear() throws(Refusal)
  /// Takes the end of the table.
  mutating func end() throws(Refusal)
  /// Delivers the table.
  consuming func deliver() throws(Failure)
}

/// A table as CSV, in a file or on standard output.
public struct CSVSink: TableSink, ~Copyable {
  private var output: PendingOutput
  /// The failure that ended the copying, where one did.
  public private(set) var failure: PlatformError?

  /// A sink for a file, or for standard output where there is no path.
  public init(_ path: String?) throws(PlatformError) {
    output = try PendingOutput(path)
  }

  /// Takes the next bytes.
  public mutating func write(_ bytes: Swift.Span<UInt8>) throws(Refusal) {
    do throws(PlatformError) { try output.write(bytes) } catch { throw stop(error) }
  }

  /// Forgets what was written.
  public mutating func clear() throws(Refusal) {
    do throws(PlatformError) { try output.clear() } catch { throw stop(error) }
  }

  /// Takes the end of the table.
  public mutating func end() throws(Refusal) {}

  /// Delivers the table.
  public consuming func deliver() throws(PlatformError) { try output.deliver() }

  private mutating func stop(_ error: PlatformError) -> Refusal {
    failure = error
    return .unwritable(error)
  }
}

extension Refusal {
  /// Ends the copying of a table whose sink keeps a failure.
  public static func unwritable(_ error: some Error) -> Refusal {
    Refusal(.limit, "the table cannot be written", advice: "\(error)")
  }
}
