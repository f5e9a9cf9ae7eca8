/// What may go wrong with a source that was good before; the raw values are keys of pipeline files.
enum SourceEvent: String, Sendable, Hashable, CaseIterable {
  /// It no longer comes.
  case missing = "on_missing"
  /// It is refused: damaged, empty, too large.
  case refused = "on_refused"
  /// At most half of its lines are left.
  case shrunk = "on_shrunk"
  /// It is of another kind: an error page under the name of a CSV file.
  case otherKind = "on_other_kind"
  /// Its column headings are others, or in another order.
  case movedColumns = "on_moved_columns"
}

/// What a pipeline wants done then.
enum SourcePolicy: String, Sendable, Hashable, CaseIterable {
  /// Nothing is published.
  case fail
  /// The source is taken as it is, with a finding.
  case warn
  /// The facts of the last good source are kept, and every budget line says so.
  case keep
}
