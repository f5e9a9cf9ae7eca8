import Foundation
import Platform

/// A project with a snapshot and a source that has changed since; runs that are struck start from
/// copies of it.
struct FaultTrial {
  private let template: String
  private let library: FaultLibrary
  /// The snapshot before, and the one that an undisturbed run makes.
  private let old: [String: [UInt8]]
  private let new: [String: [UInt8]]
  private let oldName: String
  private let newName: String
  /// How many calls of each name an undisturbed run makes.
  let counts: [String: Int]

  private static let arguments = ["run", "--fail-on", "never", "--jobs", "1", "--summary"]

  init(in folder: String) throws {
    let folder = Files.absolute(folder) ?? folder
    template = folder + "/template"
    library = try FaultLibrary(in: folder)
    try SmallProject.make(in: template)
    _ = try Tool.run(Self.arguments, in: template)
    old = try SmallProject.contents(template)
    oldName = try SmallProject.latest(template) ?? ""
    try Files.replace(
      template + "/raw/a.txt", with: Array((SmallProject.text + "令和5年3月31日\n").utf8))
    let undisturbed = folder + "/undisturbed"
    try SmallProject.copy(template, to: undisturbed)
    let (outcome, calls) = try library.run(Self.arguments, in: undisturbed)
    new = try SmallProject.contents(undisturbed)
    newName = try SmallProject.latest(undisturbed) ?? ""
    counts = Dictionary(grouping: calls, by: \.name).mapValues(\.count)
    guard outcome.exit == 0, !old.isEmpty, old != new,
      try Tool.run(["check", "published/latest"], in: undisturbed).exit == 0
    else { throw NoBaseline(reason: outcome.error) }
  }

  struct NoBaseline: Error { let reason: String }

  /// What is wrong after a struck run, or after the run that follows it; nothing where all is well.
  func problems(_ fault: Fault) throws -> [String] {
    let folder = Files.parent(of: template) + "/trial"
    try SmallProject.copy(template, to: folder)
    defer { try? Folder.removeTree(folder) }
    let (struck, calls) = try library.run(Self.arguments, in: folder, fault.environment)
    // Threads may have shared the work out in another way, so that no such call came.
    guard let call = calls.first(where: \.isStruck) else { return [] }
    var problems = try self.problems(struck, call, fault, in: folder)
    problems += try problemsAfterNextRun(in: folder, wasRefused: struck.exit == 3)
    return problems.map { "\(fault), on \(call.path): \($0) [\(struck.exit)] \(struck.error)" }
  }

  private func problems(
    _ outcome: Tool.Outcome, _ call: FaultLibrary.Call, _ fault: Fault, in folder: String
  ) throws -> [String] {
    let latest = try SmallProject.contents(folder)
    let isOld = latest == old
    let isNew = latest == new
    if fault.blow == .kill {
      guard outcome.exit == SIGKILL else { return ["was not killed"] }
      return isOld || isNew ? [] : ["latest is neither the old nor the new snapshot"]
    }
    if fault.isHarmless, outcome.exit != 0 { return ["a call that can be made again was not"] }
    switch outcome.exit {
    case 0: return isNew ? [] : ["success without the new snapshot"]
    case 3:
      var problems = call.path.hasPrefix("raw/") ? [] : ["a source is blamed"]
      if isOld { problems.append("refused, but nothing published") }
      if try Tool.run(["check", "published/latest", "--quiet"], in: folder).exit != 0 {
        problems.append("the snapshot does not pass its check")
      }
      return problems
    case 2:
      var problems = call.path.hasPrefix("pipelines") ? [] : ["the pipeline file is blamed"]
      if !isOld { problems.append("something was touched") }
      return problems + reason(outcome, fault)
    case 4:
      let isStream = call.path.hasPrefix(".") || call.path.hasPrefix("/dev/")
      var problems = isOld || isStream ? [] : ["failed, but latest moved"]
      if call.path.hasPrefix("raw/") { problems.append("one source ends the run") }
      if Self.isBeside(call) { problems.append("a record beside the data ends the run") }
      if !isStream { problems += reason(outcome, fault) }
      return problems
    default: return ["an exit code that says nothing"]
    }
  }

  /// Whether a call is for what must not keep a snapshot from its readers.
  ///
  /// What the sources held yesterday is asked for: without it a run would say too little.
  private static func isBeside(_ call: FaultLibrary.Call) -> Bool {
    if call.path.hasPrefix("published/sources.jsonl"), ["open", "read"].contains(call.name) {
      return false
    }
    return ["history.sqlite", "runs", "sources.jsonl", "last-run.jsonl"].contains {
      call.path.hasPrefix("published/" + $0)
    }
  }

  private func reason(_ outcome: Tool.Outcome, _ fault: Fault) -> [String] {
    let isSaid = fault.reasons.contains { outcome.error.contains($0) }
    return isSaid && outcome.error.contains("choai: ") ? [] : ["the reason is not said"]
  }

  private func problemsAfterNextRun(in folder: String, wasRefused: Bool) throws -> [String] {
    var problems: [String] = []
    let next = try Tool.run(Self.arguments, in: folder)
    if next.exit != 0 { problems.append("the next run ends with \(next.exit): \(next.error)") }
    let latest = try SmallProject.contents(folder)
    if wasRefused {
      // One more snapshot lies between, so only the changes and the numbers differ.
      for file in ["dates.csv", "documents.csv", "budget_lines.csv", "findings.csv"]
      where latest[file] != new[file] {
        problems.append("\(file) of the next run differs")
      }
    } else if latest != new {
      let files = Set(latest.keys).union(new.keys).filter { latest[$0] != new[$0] }.sorted()
      problems.append("the next run's bytes differ: \(files)")
    }
    let snapshots = try Folder.entries(folder + "/published/snapshots")?.map(\.name) ?? []
    if snapshots.count != 1 || (!wasRefused && snapshots != [newName]) {
      problems.append("snapshots: \(snapshots)")
    }
    let known: Set = [
      ".lock", "history.sqlite", "last-run.jsonl", "latest", "runs", "snapshots", "sources",
      "sources.jsonl",
    ]
    let left = try Folder.entries(folder + "/published")?.map(\.name) ?? []
    if !Set(left).isSubset(of: known) { problems.append("left behind: \(left)") }
    if try Tool.run(["runs", "--json"], in: folder).exit != 0 { problems.append("no history") }
    return problems
  }
}
