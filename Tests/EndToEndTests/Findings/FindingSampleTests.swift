import JSON
import Model
import Platform
import TestSupport
import Testing

@testable import Publishing

/// The samples in `docs/findings.md` are messages that the program writes, and the report says all
/// messages in Japanese.
@Suite struct FindingSampleTests {
  @Test(.temporaryFolder) func everySampleIsWrittenByARunAndSaidInJapanese() throws {
    let folder = TemporaryFolder.path
    try FaultySources.make(in: folder)
    var found = try run(in: folder)
    let link = try #require(found.first { $0.rule == FindingCode.linkAmbiguous.rawValue })
    let total = try #require(found.first { $0.rule == FindingCode.total.rawValue })
    try FaultySources.age(folder, link: link.id, total: total.id)
    found += try run(in: folder)
    for code in FindingCode.allCases {
      // The day of the run is another one each time.
      let messages = Set(
        found.filter { $0.rule == code.rawValue }.map {
          $0.message.replacing(#/since \d{4}-\d\d-\d\d/#, with: "since 2022-06-03")
        })
      let sample = code.explanation.sample
      #expect(messages.contains(sample), "\(code.rawValue): \(messages)")
    }
  }

  @Test(.temporaryFolder) func theSampleIsSaidInJapanese() throws {
    let project = try SampleProject()
    try project.run("run", "--fail-on", "never", "--quiet")
    #expect(try findings(try project.latest()).count > 20)
  }

  /// The findings of a run.
  private func run(in folder: String) throws -> [FindingEntry] {
    let outcome = try Tool.run(["run", "--fail-on", "never", "--quiet"], in: folder)
    #expect([0, 3].contains(outcome.exit), "\(outcome)")
    return try findings(folder + "/published/latest")
  }

  /// The findings of a snapshot, with those about the run itself.
  private func findings(_ latest: String) throws -> [FindingEntry] {
    let package = try PackageReader.read(latest)
    let words = JapaneseWords(try package.rows(of: ReconciliationEntry.self))
    var findings = try package.rows(of: FindingEntry.self)
    let changes = latest + "/changes/findings.csv"
    if try Folder.filesBelow(latest + "/changes") != nil {
      let records = try CSVRecords(Files.read(changes))
      for record in 1..<records.count {
        let fields = records.fields(record).map(records.text)
        var finding = FindingEntry()
        (finding.rule, finding.message) = (fields[2], fields[7])
        findings.append(finding)
      }
    }
    for finding in findings {
      let japanese = words.message(of: finding).japanese
      #expect(!isEnglish(japanese, finding.rule), "\(finding.rule): \(japanese)")
    }
    for check in try package.rows(of: ReconciliationEntry.self) {
      let texts = [check.explanation, check.leftLabel, check.rightLabel] + check.suspects
      for text in texts {
        let japanese = JapaneseWords.explanation(text).japanese
        #expect(!isEnglish(japanese, check.rule), "\(check.rule): \(japanese)")
      }
    }
    return findings
  }

  /// Whether three English words stand side by side.
  ///
  /// The reasons of refusals and what libraries complain of stay English.
  private func isEnglish(_ text: String, _ code: String) -> Bool {
    let foreign: [FindingCode] = [.sourceRefused, .sourceDamaged, .archiveInconsistent]
    guard !foreign.contains(where: { $0.rawValue == code }) else { return false }
    return text.contains(#/[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/#)
  }
}
