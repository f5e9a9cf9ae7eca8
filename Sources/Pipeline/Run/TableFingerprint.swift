import Hashing
import Model
import Publishing

/// Whether two runs would publish the same: a hash over all tables, their columns and formats.
///
/// What depends on the snapshot before (changes, report) and the day of the run stay out of it.
enum TableFingerprint {
  /// The hash, 16 digits.
  static func of(
    _ tables: [CSVTable], formats: Set<SnapshotFormat>
  ) throws(HashingError) -> String {
    var hash = try SHA256()
    try hash.update(Array(formats.map(\.rawValue).sorted().joined(separator: ";").utf8).span)
    for table in tables {
      try hash.update(Array(table.description.name.utf8).span)
      try hash.update(table.records.bytes.span)
    }
    return String(try hash.finish().prefix(16))
  }
}
