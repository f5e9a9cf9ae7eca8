import Foundation
import Platform
import TestSupport
import Testing

/// Night after night of sources that are added, changed, removed and broken, and of runs that are
/// killed: each snapshot that is kept is whole, passes its check, and says what a full rebuild of
/// its day says.
///
/// `make soak` goes on for an hour (SOAK_SECONDS); the usual tests have a few nights.
@Suite struct SoakTests {
  private static let kept = 6

  @Test(.temporaryFolder) func everyNightIsAsIfItWereTheOnlyOne() throws {
    let seed = Console.environment("CHOAI_SEED").flatMap(UInt64.init) ?? 31
    let seconds = Console.environment("CHOAI_SOAK_SECONDS").flatMap(Int.init)
    let end = Clock.milliseconds + (seconds ?? 0) * 1000
    var nights = try Nights(in: TemporaryFolder.path, seed: seed, keep: Self.kept)
    var count = 0
    var killed = 0
    while count < 12 || (seconds != nil && Clock.milliseconds < end) {
      count += 1
      try nights.changeSources()
      if try nights.isKilled() { killed += 1 }
      let outcome = try nights.run()
      #expect([0, 3].contains(outcome.exit), "seed \(seed), night \(count): \(outcome)")
      try nights.rebuild()
      #expect(try nights.faultsOfLatest() == [], "seed \(seed), night \(count)")
    }
    let snapshots = try nights.snapshots()
    #expect(snapshots.count == Self.kept)
    for snapshot in snapshots {
      #expect(try nights.faults(of: snapshot) == [], "seed \(seed), \(snapshot)")
    }
    print("\(count) nights, \(killed) runs killed, \(snapshots.count) snapshots kept")
  }
}

/// A project in the hands of chance; the seed decides.
private struct Nights {
  private let folder: String
  private let sources: [(name: String, bytes: [UInt8])]
  private var mutator: Mutator
  private var random: Seeded
  private var number = 0

  private static let pipeline = """
    name: nights
    default: true
    families: { any: {} }
    sources:
      - { files: "**/*.txt", family: any, fiscal_year: 2022 }
      - { files: "**/*.csv", family: any, fiscal_year: 2022, optional: true }
      - { files: "**", family: any, fiscal_year: 2022, optional: true }
    rules:
      - rule: total
      - rule: printed_total
      - rule: restated
    publish: { formats: [csv, jsonl, sqlite] }

    """

  init(in folder: String, seed: UInt64, keep: Int) throws {
    self.folder = folder
    random = Seeded(seed: seed)
    mutator = try Mutator(seed: seed)
    var sources: [(String, [UInt8])] = []
    for file in try Folder.filesBelow(Tool.project + "/raw") ?? [] where !file.hasSuffix(".md") {
      let bytes = try Files.read(Tool.project + "/raw/" + file)
      sources.append((file.split(separator: "/").joined(separator: "-"), bytes))
    }
    self.sources = sources
    try Folder.create(folder + "/raw")
    try Folder.create(folder + "/pipelines")
    try Folder.create(folder + "/rebuilds")
    try Files.writeNew(
      folder + "/pipelines/nights.yaml", Array((Self.pipeline + "keep: \(keep)\n").utf8))
    try Files.writeNew(folder + "/raw/always.txt", Array(SmallProject.text.utf8))
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  /// One to four changes.
  mutating func changeSources() throws {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      number += 1
      let present = try Folder.filesBelow(folder + "/raw") ?? []
      let some = present[Int.random(in: 0..<present.count, using: &random)]
      let path = folder + "/raw/" + some
      switch Int.random(in: 0..<6, using: &random) {
      case 0,
        1 where present.count < 30:
        let source = sources[Int.random(in: 0..<sources.count, using: &random)]
        try Files.replace("\(folder)/raw/\(number)-\(source.name)", with: source.bytes)
      case 2: try Files.replace(path, with: Files.read(path) + Array("\n令和\(number)年3月\n".utf8))
      case 3: if some != "always.txt" { try Files.remove(path) }
      case 4: try Files.replace(path, with: mutator.next().bytes)
      default: try Files.replace(path, with: Array(SmallProject.text.utf8))
      }
    }
    if chance(10) { try Folder.removeTree(folder + "/staged") }
  }

  private static let arguments = ["run", "--fail-on", "never", "--quiet"]

  /// Now and then a run is killed in the middle before the one of the night.
  mutating func isKilled() throws -> Bool {
    guard chance(40) else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = Self.arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(UInt32.random(in: 0..<400_000, using: &random))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// The run of the night.
  mutating func run() throws -> Tool.Outcome {
    try Tool.run(Self.arguments + ["--jobs", chance(50) ? "1" : "2"], in: folder)
  }

  /// Builds the day anew, from nothing but its sources.
  func rebuild() throws {
    let id = try #require(try SmallProject.latest(folder))
    let target = "\(folder)/rebuilds/\(id)"
    guard try Files.kind(target) == nil else { return }
    for part in ["/fresh", "/fresh-staged"] { try Folder.removeTree(folder + part) }
    _ = try Tool.run(Self.arguments + ["--out", "fresh", "--staged", "fresh-staged"], in: folder)
    let built = try #require(try Files.target(ofLink: folder + "/fresh/latest"))
    try Files.move("\(folder)/fresh/\(built)", to: target)
    let all = try Set(snapshots())
    for entry in try Folder.entries(folder + "/rebuilds") ?? [] where !all.contains(entry.name) {
      try Folder.removeTree("\(folder)/rebuilds/\(entry.name)")
    }
  }

  /// The snapshots that are kept.
  func snapshots() throws -> [String] {
    try (Folder.entries(folder + "/published/snapshots") ?? []).map(\.name)
  }

  func faultsOfLatest() throws -> [String] {
    try faults(of: try #require(try SmallProject.latest(folder)))
  }

  /// What is wrong with a snapshot.
  func faults(of id: String) throws -> [String] {
    let snapshot = "\(folder)/published/snapshots/\(id)"
    let rebuilt = "\(folder)/rebuilds/\(id)"
    let check = try Tool.run(["check", snapshot, "--quiet"], in: folder)
    var faults = check.exit == 0 ? [] : [check.error]
    // The changes, and what speaks of them, depend on the night before.
    let speakOfIt = ["report.html", "datapackage.json", "SHA256SUMS"]
    func isOfTheDay(_ file: String) -> Bool {
      !file.hasPrefix("changes/") && !speakOfIt.contains(file)
    }
    let files = (try Folder.filesBelow(snapshot) ?? []).filter(isOfTheDay)
    if files != (try Folder.filesBelow(rebuilt) ?? []).filter(isOfTheDay) {
      faults.append("other files than the rebuilt one")
    }
    for file in files
    where try Files.read("\(snapshot)/\(file)") != Files.read("\(rebuilt)/\(file)") {
      faults.append("\(file) differs from the rebuilt one")
    }
    return faults
  }
}
