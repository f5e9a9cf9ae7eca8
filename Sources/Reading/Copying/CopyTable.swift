public import Model
import Platform

/// What became of a table that was to be copied.
public enum TableCopyOutcome: Sendable {
  /// It was delivered whole; what is known of the source, and what a person should look at.
  case copied(DocumentAttributes, [Finding])
  /// Nothing of it was delivered, and why.
  case refused(Refusal)
}

/// Copies one table of a source into a sink without holding the whole of it.
///
/// - Parameters:
///   - path: The file.
///   - sheet: The name of the sheet; nothing means: the first that is not hidden.
///   - settings: How to read it, where that is set.
///   - sink: Where the table goes, whole or not at all.
public func copyTable(
  _ path: String, sheet: String? = nil, settings: ReadingSettings = ReadingSettings(),
  to sink: consuming some TableSink & ~Copyable
) throws -> TableCopyOutcome {
  var stream = try TextStream.open(path, limit: settings.limits.bytesPerFile)
  var source = Source(path, settings)
  var isOdd = false
  do throws(Refusal) {
    if stream.isWhole {
      try source.copyTable(of: stream.head, named: sheet, to: &sink)
    } else if sheet == nil {
      isOdd = try !source.copyTable(of: &stream, to: &sink)
    } else {
      isOdd = true
    }
    if isOdd { try sink.clear() } else { try sink.end() }
  } catch {
    return try refused(source.refusal(error), sink.failure)
  }
  if isOdd {
    if let failure = stream.failure { throw failure }
    source = Source(path, settings)
    let file = try MappedFile(path, limit: settings.limits.bytesPerFile)
    do throws(Refusal) {
      try source.copyTable(of: file.bytes, named: sheet, to: &sink)
      try sink.end()
    } catch {
      return try refused(source.refusal(error), sink.failure)
    }
  }
  try sink.deliver()
  return .copied(source.attributes, source.findings.finish())
}

/// The outcome of a source that is refused, or the failure that ended its reading.
private func refused(
  _ refusal: Refusal, _ failure: (any Error)?
) throws -> TableCopyOutcome {
  if let failure { throw failure }
  return .refused(refusal)
}

extension Source {
  fileprivate init(_ path: String, _ settings: ReadingSettings) {
    self.init(id: path, attributes: DocumentAttributes(path: path), settings: settings)
  }

  /// A refusal with what had been found out by then.
  func refusal(_ error: Refusal) -> Refusal {
    var refusal = error
    refusal.attributes = attributes
    refusal.findings = findings.finish()
    return refusal
  }
}
