import Foundation
import Platform
import TestSupport

/// A copy of the project's sample: its pipelines and its sources, in a folder of the test's own.
struct SampleProject {
  let folder: String

  init(in folder: String = TemporaryFolder.path) throws {
    self.folder = folder
    for part in ["raw", "pipelines"] {
      for file in try Folder.filesBelow(Tool.project + "/" + part) ?? [] {
        let target = "\(folder)/\(part)/\(file)"
        try Folder.create(Files.parent(of: target))
        try Files.writeNew(target, try Files.read("\(Tool.project)/\(part)/\(file)"))
      }
    }
  }

  /// Runs the program in the copy.
  @discardableResult
  func run(_ arguments: String...) throws -> Tool.Outcome { try Tool.run(arguments, in: folder) }

  /// The folder that `latest` points to.
  func latest(_ out: String = "published") throws -> String {
    "\(folder)/\(out)/\(try Files.target(ofLink: "\(folder)/\(out)/latest") ?? "missing")"
  }

  /// Every file of a folder with its bytes.
  func contents(_ path: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for file in try Folder.filesBelow(path) ?? [] {
      contents[file] = try Files.read(path + "/" + file)
    }
    return contents
  }

  /// Adds a line to a source, so that a run has something new to publish.
  func touch(_ source: String, _ text: String) throws {
    let path = "\(folder)/raw/\(source)"
    try Files.replace(path, with: try Files.read(path) + Array(text.utf8))
  }

  /// The first text among the sources.
  func aText() throws -> String {
    let files = try Folder.filesBelow(folder + "/raw") ?? []
    guard let text = files.first(where: { $0.hasSuffix(".txt") }) else { throw NoText() }
    return text
  }

  struct NoText: Error {}
}
