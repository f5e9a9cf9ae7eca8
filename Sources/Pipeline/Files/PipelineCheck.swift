import Model
import Platform

/// Checks a pipeline against the raw folder, changing nothing.
public struct PipelineCheck: Sendable {
  private let raw: String

  /// Checks against a raw folder.
  public init(raw: String) {
    self.raw = raw
  }

  /// What is odd: files that nobody claims, sources that claim no file.
  public func warnings(_ pipeline: LoadedPipeline) throws -> [String] {
    guard try Files.kind(raw) != nil else { return ["\(raw): there is no such folder"] }
    return try SourceDiscovery(pipeline.file, raw: raw).findings().map(\.message)
  }
}
