import Foundation
import JSON
import Platform
import TestSupport
import Testing

/// The tables of the yearly programme review through the pipeline that describes them.
@Suite struct ReviewSheetTests {
  /// Worked out by hand, in 百万円, every figure but a zero within half of one.
  ///
  ///     甲  4.9 = 4.9                      exact
  ///     乙  100 against 60 + 39.2 = 99.2   0.8 away, three figures of half a unit: rounding
  ///     丙  114.69999999999999 = 63.7 + 75 − 75 + 51 = 114.7: exact, the residue is a finding
  ///     丁  0 against 7: the total is missing
  ///     戊  20 against 20 + 5: 補正予算 is not counted
  private static let table = """
    公開年度,府省庁,シート,事業ID,事業名,年度,当初予算,補正予算,前年度から繰越し,翌年度へ繰越し,予備費等,予算計,執行額
    2018,甲省,0001,1,甲の事業,2015,4.9,0.0,0.0,0.0,0.0,4.9,1.7
    2018,甲省,0002,2,乙の事業,2016,60.0,39.2,0.0,0.0,0.0,100.0,98
    2018,乙庁,0003,3,丙の事業,2015,63.7,75.0,0.0,-75.0,51.0,114.69999999999999,72.292
    2018,乙庁,0004,4,丁の事業,2015,7,0,0,0,0,0,0
    2018,乙庁,0005,5,戊の事業,2015,20,5,0,0,0,20,19

    """

  private struct Check: Hashable {
    var left: String
    var status: String
    var suspects: String
  }

  private func checks(
    _ tool: String, _ files: [String: [UInt8]]
  ) throws -> (checks: [Check], findings: [String]) {
    let folder = TemporaryFolder.path
    try Folder.create(folder + "/raw")
    for (name, bytes) in files { try Files.writeNew("\(folder)/raw/\(name)", bytes) }
    let outcome = try Tool.run(
      tool, ["run", Tool.project + "/pipelines/review-sheets.yaml", "--out", "out"], in: folder)
    #expect(outcome.exit == 0, "\(outcome.error)")
    let path = folder + "/out/latest"
    func records(_ name: String) throws -> [[String: String]] {
      CSVText.records(
        String(decoding: try Files.read("\(path)/\(name).csv"), as: UTF8.self))
    }
    return (
      try records("reconciliations").map {
        Check(
          left: $0["left_yen"] ?? "", status: $0["status"] ?? "", suspects: $0["suspects"] ?? "")
      },
      try records("findings").map { $0["rule"] ?? "" }
    )
  }

  @Test(.temporaryFolder) func everyRowIsCheckedByItsIdentity() throws {
    let (checks, findings) = try checks(Tool.path, ["2018.csv": Array(Self.table.utf8)])
    #expect(
      checks.sorted { $0.left < $1.left }.map { "\($0.left) \($0.status)" } == [
        "0 mismatch", "100000000 within_rounding", "114700000 exact", "20000000 mismatch",
        "4900000 exact",
      ])
    #expect(checks.contains { $0.left == "20000000" && $0.suspects.contains("5百万円") })
    #expect(findings.count { $0 == "float-residue" } == 1)
  }

  /// Counts of an independent program over two whole years, from the notes beside the files.
  @Test(.temporaryFolder) func twoWholeYearsCountAsAnotherProgramCounts() throws {
    let data = Tool.project + "/../shared/data/review-sheets"
    let release = Tool.project + "/.build/release/choai"
    guard try Files.kind(data) != nil, try Files.kind(release) != nil else {
      try Console.write(
        "SKIPPED: two years of review sheets: \(data) or the release build is not there\n",
        to: .error)
      return
    }
    let (checks, findings) = try checks(
      release,
      [
        "2016.csv": try Files.read(data + "/2016.csv"),
        "2018.csv": try Files.read(data + "/2018.csv"),
      ])
    let counts = Dictionary(grouping: checks, by: \.status).mapValues(\.count)
    #expect(
      counts == ["exact": 18199 + 20580, "within_rounding": 154, "mismatch": 128 + 168 + 2223])
    #expect(checks.count { $0.status == "mismatch" && $0.left == "0" } == 128)
    #expect(findings.count { $0 == "float-residue" } > 100)
  }
}
