import Foundation
import JSON
import Platform
import TestSupport
import Testing

/// Broken files go through a run that may take 512 MB: none ends or hangs it, each that is refused
/// is a finding, and the rows of the sources beside them stay as they are.
///
/// `make mutants` takes ten thousand of them; the usual tests take a few.
@Suite struct MutantTests {
  private static let batch = 50
  private static let seconds = 10
  // A sanitizer keeps a map of the whole address space.
  private static let limit = Sanitizer.isOn ? "" : "ulimit -v \(512 * 1024) &&"
  private static let sound = "0-sound.txt"

  @Test(.temporaryFolder) func brokenFilesHarmNobody() throws {
    let number = Console.environment("CHOAI_MUTANTS").flatMap(Int.init) ?? 100
    let seed = Console.environment("CHOAI_SEED").flatMap(UInt64.init) ?? 20_220_603
    let folder = TemporaryFolder.path
    try makeProject(folder)
    #expect(try Tool.run(["run", "--fail-on", "never"], in: folder).exit == 0)
    let sound = try rowsOfSound(folder)
    #expect(sound.count > 3)
    var mutator = try Mutator(seed: seed)
    var refused = 0
    for batch in 0..<(number + Self.batch - 1) / Self.batch {
      try Folder.removeTree(folder + "/raw/m")
      try Folder.removeTree(folder + "/staged")
      try Folder.create(folder + "/raw/m")
      var names: [String] = []
      for index in 0..<Self.batch {
        let mutant = mutator.next()
        names.append("m/\(index)-\(mutant.name)")
        try Files.writeNew("\(folder)/raw/\(names[index])", mutant.bytes, durably: false)
      }
      let outcome = try Tool.run(
        "/bin/sh",
        [
          "-c", "\(Self.limit) exec \"$@\"", "sh", "/usr/bin/timeout", "-s",
          "KILL",
          "\(Self.batch * Self.seconds)", Tool.path, "run", "--fail-on", "never",
        ],
        in: folder)
      let isSound = [0, 3].contains(outcome.exit)
      #expect(isSound, "seed \(seed), batch \(batch): \(outcome)")
      guard isSound else { return try findCulprit(names, in: folder) }
      #expect(try rowsOfSound(folder) == sound, "seed \(seed), batch \(batch)")
      refused += try checkRefusals(names, in: folder)
    }
    print("\(number) broken files, \(refused) refused")
  }

  private func makeProject(_ folder: String) throws {
    try SmallProject.make(in: folder)
    let pipeline = """
      name: mutants
      default: true
      families: { any: {} }
      sources:
        - { files: "**", family: any, fiscal_year: 2022 }
      rules:
        - rule: total
        - rule: printed_total
        - rule: restated
      keep: 2

      """
    try Files.replace(folder + "/pipelines/small.yaml", with: Array(pipeline.utf8))
    try Files.remove(folder + "/raw/b.csv")
    try Files.move(folder + "/raw/a.txt", to: "\(folder)/raw/\(Self.sound)")
  }

  /// The rows of a table of the newest snapshot.
  private func rows(_ table: String, in folder: String) throws -> [JSONValue] {
    try Files.read("\(folder)/published/latest/\(table).jsonl").split(separator: 0x0A)
      .map { try JSONReader.read(Array($0)) }
  }

  /// All that was found in the sound source.
  private func rowsOfSound(_ folder: String) throws -> [String] {
    let documents = try rows("documents", in: folder)
    let id = documents.first { $0["path"]?.string == Self.sound }?["id"]?.string
    return try ["budget_lines", "dates", "amounts", "measures", "instruments"].flatMap {
      try rows($0, in: folder).filter { $0["document"]?.string == id }.map(\.line)
    }
  }

  /// Every file is in the table of the sources, and what is refused there has its finding.
  private func checkRefusals(_ names: [String], in folder: String) throws -> Int {
    let documents = try rows("documents", in: folder)
    #expect(Set(documents.compactMap { $0["path"]?.string }) == Set(names + [Self.sound]))
    let refused = documents.filter { $0["status"]?.string == "refused" }
    let findings = try rows("findings", in: folder).filter {
      $0["rule"]?.string == "source-refused"
    }
    #expect(
      Set(refused.compactMap { $0["id"]?.string })
        == Set(findings.compactMap { $0["document"]?.string }))
    return refused.count
  }

  /// Reads the files one by one, to name the one that does harm.
  private func findCulprit(_ names: [String], in folder: String) throws {
    for name in names {
      let outcome = try Tool.run(
        "/usr/bin/timeout", ["-s", "KILL", "\(Self.seconds)", Tool.path, "read", "raw/" + name],
        in: folder)
      #expect([0, 3].contains(outcome.exit), "\(name): \(outcome.exit) \(outcome.error)")
    }
  }
}
