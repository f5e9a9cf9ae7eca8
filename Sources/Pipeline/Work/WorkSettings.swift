import Comparison
public import JSON
import Platform

/// What a worker is told once: the rules it works by, and where files lie.
public struct WorkSettings: Sendable {
  /// The protocol that is spoken; rises when the meaning of a line changes.
  public static let protocolVersion = 1
  /// The longest line that is taken unless told otherwise.
  public static let lineLimit = 64 << 20

  let pipeline: LoadedPipeline
  let version: String
  /// The SHA-256 of everything that decides what is found.
  let rules: String
  /// Documents that are not looked at.
  let quarantine: Set<String>
  /// The folder that documents given by path lie in.
  let files: String?

  /// Settings for a pipeline.
  public init(
    _ pipeline: LoadedPipeline, version: String, quarantine: Set<String> = [],
    files: String? = nil
  ) throws {
    self.pipeline = pipeline
    self.version = version
    self.quarantine = quarantine
    self.files = files
    rules =
      try RunMaker.of(
        pipeline.file, registriesText: pipeline.registriesText, version: version
      ).rules
  }

  /// The program, its version and rules, for the record of a job.
  public var description: JSONValue {
    [
      "worker": "choai", "version": .string(version),
      "protocol": .integer(WorkSettings.protocolVersion), "rules_sha256": .string(rules),
    ]
  }

  /// Refuses to work by other rules than a job expects.
  public func check(rules expected: String?) throws {
    guard let expected, expected != rules else { return }
    throw UsageFailure(
      "the job expects the rules \(expected), but this worker has \(rules)\n"
        + "  Give every machine the archive that the job was made with.")
  }

  /// The names of a quarantine file, one a line; empty lines and lines with `#` are comments.
  public static func quarantine(_ path: String) throws -> Set<String> {
    let text = String(decoding: try Files.read(path, limit: 1 << 26), as: UTF8.self)
    return Set(
      text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })
  }
}
