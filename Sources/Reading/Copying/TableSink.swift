import Platform

/// Where a copied table goes; a failure to write it ends the reading and is kept.
struct TableSink: ~Copyable {
  private var output: PendingOutput
  private var failure: PlatformError?

  init(_ output: consuming PendingOutput) {
    self.output = output
  }

  mutating func write(_ bytes: Swift.Span<UInt8>) throws(Refusal) {
    do throws(PlatformError) { try output.write(bytes) } catch { throw stop(error) }
  }

  /// Forgets what was written: the table is read again from its beginning.
  mutating func clear() throws(Refusal) {
    do throws(PlatformError) { try output.clear() } catch { throw stop(error) }
  }

  mutating func deliver() throws(PlatformError) { try output.deliver() }

  /// The outcome of a source that is refused, or the failure that ended its reading.
  func refused(_ refusal: Refusal) throws(PlatformError) -> TableCopyOutcome {
    if let failure { throw failure }
    return .refused(refusal)
  }

  private mutating func stop(_ error: PlatformError) -> Refusal {
    failure = error
    return Refusal(.limit, "the table cannot be written", advice: "\(error)")
  }
}
