import Comparison
import JapaneseText
import Model
import Publishing
import Testing

@Suite struct SnapshotComparisonTests {
  @Test func theSourceIsTheFirstCause() throws {
    let old = package(
      documents: [document("d-1", "a"), document("d-2", "b"), document("d-3", "c")],
      lines: [line("b-1", "d-1", 10), line("b-2", "d-2", 10), line("b-3", "d-3", 10)])
    let new = package(
      documents: [
        document("d-1", "changed"), document("d-3", "c", status: .refused), document("d-4", "d"),
      ],
      lines: [line("b-1", "d-1", 25), line("b-4", "d-4", 10)])
    let changes = try changes(old, new)
    #expect(changes["b-1"] == .sourceChanged)
    #expect(changes["b-2"] == .sourceGone)
    #expect(changes["b-3"] == .sourceRefused)
    #expect(changes["b-4"] == .sourceAdded)
    #expect(changes["d-1"] == .sourceChanged)
    #expect(changes["d-2"] == .sourceGone)
  }

  @Test(arguments: [
    ("r", "1", Cause.unknown), ("r2", "1", .rules), ("r", "2", .program),
    ("r2", "2", .rulesOrProgram),
  ])
  func withTheSameSourceItIsRulesOrProgram(rules: String, program: String, cause: Cause) throws {
    let old = package(documents: [document("d-1", "a")], lines: [line("b-1", "d-1", 10)])
    let new = package(documents: [document("d-1", "a")], lines: [line("b-1", "d-1", 25)])
    let makers = (
      old: SnapshotComparison.Maker(program: "1", rules: "r"),
      new: SnapshotComparison.Maker(program: program, rules: rules)
    )
    #expect(try changes(old, new, makers)["b-1"] == cause)
    #expect(try changes(old, new)["b-1"] == .rulesOrProgram)
  }

  @Test func aCheckChangesWithTheSourcesOfItsRows() throws {
    var before = package(
      documents: [document("d-1", "a"), document("d-2", "b")], lines: [line("b-9", "d-2", 10)])
    var after = package(
      documents: [document("d-1", "a"), document("d-2", "changed")], lines: [line("b-9", "d-2", 10)]
    )
    var check = ReconciliationEntry()
    check.id = "r-1"
    check.document = "d-1"
    check.evidence = ["b-9"]
    before.tables.append(CSVTable(of: [check]))
    check.status = .mismatch
    after.tables.append(CSVTable(of: [check]))
    #expect(try changes(before, after)["r-1"] == .sourceChanged)
  }

  @Test func aTableThatIsNewOrGoneIsAllNewOrGone() throws {
    let old = package(documents: [document("d-1", "a")], lines: [line("b-1", "d-1", 10)])
    var new = old
    new.tables.removeLast()
    let gone = try SnapshotComparison.changes(from: old, to: new)
    #expect(gone.last?.rows.map(\.kind) == [.removed])
    let come = try SnapshotComparison.changes(from: new, to: old)
    #expect(come.last?.rows.map(\.kind) == [.added])
  }

  private func changes(
    _ old: Package, _ new: Package,
    _ makers: (old: SnapshotComparison.Maker, new: SnapshotComparison.Maker)? = nil
  ) throws -> [String: Cause] {
    var causes: [String: Cause] = [:]
    for table in try SnapshotComparison.changes(from: old, to: new, makers: makers) {
      for row in table.rows { causes[row.key.joined()] = row.cause }
    }
    return causes
  }
}

@Suite struct RunFindingsTests {
  @Test func whatIsAsItWasGivesNoFinding() throws {
    let package = package(documents: [document("d-1", "a")], lines: [line("b-1", "d-1", 10)])
    #expect(try RunFindings.findings(from: package, to: package).isEmpty)
  }

  @Test func aSourceThatStoppedComingIsAFinding() throws {
    let old = package(documents: [document("d-1", "a"), document("d-2", "b")], lines: [])
    let new = package(documents: [document("d-1", "a")], lines: [])
    let findings = try RunFindings.findings(from: old, to: new)
    #expect(findings.map(\.code) == [.sourceMissing])
    #expect(findings.first?.message.contains("d-2.txt came with the run before") == true)
    #expect(findings.first?.document == nil)
  }

  @Test func emptyIsAFault() throws {
    let new = package(documents: [document("d-1", "a", lines: 0)], lines: [])
    #expect(try RunFindings.findings(from: new, to: new).map(\.code) == [.sourceEmpty])
  }

  @Test(arguments: [(100, 79, true), (100, 80, false), (100, 150, false)])
  func aSourceThatShrankIsAFinding(before: Int, now: Int, isFound: Bool) throws {
    let old = package(documents: [document("d-1", "a", lines: before)], lines: [])
    let new = package(documents: [document("d-1", "b", lines: now)], lines: [])
    let findings = try RunFindings.findings(from: old, to: new)
    #expect(findings.map(\.code) == (isFound ? [.sourceShrank] : []))
  }

  @Test func rowsThatVanishThoughTheSourceIsTheSameAreAFinding() throws {
    let lines = (1...10).map { line("b-\($0)", "d-1", 10) }
    let old = package(documents: [document("d-1", "a")], lines: lines)
    let new = package(documents: [document("d-1", "a")], lines: Array(lines.dropFirst()))
    let findings = try RunFindings.findings(from: old, to: new)
    #expect(findings.map(\.code) == [.sourceShrank])
    #expect(findings.first?.row == "b-1")
    #expect(findings.first?.document == "d-1")
    let changed = package(documents: [document("d-1", "b")], lines: Array(lines.dropFirst()))
    #expect(try RunFindings.findings(from: old, to: changed).isEmpty)
  }

  @Test func aTableThatIsEmptyNowIsAFinding() throws {
    let old = package(documents: [document("d-1", "a")], lines: [line("b-1", "d-1", 10)])
    let new = package(documents: [document("d-1", "b")], lines: [])
    let findings = try RunFindings.findings(from: old, to: new)
    #expect(findings.map(\.dataset) == ["budget_lines"])
  }
}

private func package(documents: [SourceDocument], lines: [BudgetLine]) -> Package {
  Package(
    name: "x", title: "x",
    tables: [SourceDocument.table(of: documents), BudgetLine.table(of: lines)])
}

private func document(
  _ id: String, _ sha256: String, status: SourceDocument.Status = .read, lines: Int = 10
) -> SourceDocument {
  var document = SourceDocument()
  document.id = id
  document.path = id + ".txt"
  document.sha256 = sha256
  document.status = status
  document.bytes = lines * 10
  document.lines = lines
  return document
}

private func line(_ id: String, _ document: String, _ yen: Int64) -> BudgetLine {
  var line = BudgetLine()
  line.id = id
  line.document = document
  line.amountYen = yen
  return line
}
