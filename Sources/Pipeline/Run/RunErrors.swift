/// Another run holds the lock.
struct LockedError: Error, CustomStringConvertible {
  let path: String

  var description: String {
    "another run is working on \(path)\n  Wait for it to end; nothing was touched."
  }
}

/// The run was asked to stop.
struct InterruptedError: Error, CustomStringConvertible {
  var description: String { "interrupted; what was published is as it was" }
}

/// The command line or a folder does not fit the pipeline.
struct UsageFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// A snapshot that was built did not pass its check, and is not shown.
struct AuditFailure: Error, CustomStringConvertible {
  let faults: [String]

  var description: String {
    "the new snapshot failed its check and was not published; what was published is as it was\n"
      + faults.prefix(10).map { "  " + $0 }.joined(separator: "\n")
  }
}
