import Foundation
import Platform

/// A project of a few lines whose run makes every kind of call: all formats, the cache, a snapshot
/// that is thrown away after the new one.
enum SmallProject {
  static let pipeline = """
    name: small
    title: small
    default: true
    families:
      sheet: {}
    sources:
      - files: "*.txt"
        family: sheet
        fiscal_year: 2022
        on_missing: keep
      - files: "*.csv"
        family: sheet
        fiscal_year: 2022
    rules:
      - rule: total
    publish:
      formats: [csv, jsonl, sqlite, parquet, excel-csv, xlsx]
    keep: 1

    """

  static let text = "令和4年度予算\n○ 研究開発事業 12億円\n令和4年6月3日\n"
  static let table = ",,（単位：百万円）\n事業名,令和3年度予算額,令和4年度予算額\n研究開発事業,1100,1200\n"

  /// Makes the project in a folder.
  static func make(in folder: String) throws {
    try Folder.create(folder + "/raw")
    try Folder.create(folder + "/pipelines")
    try Files.writeNew(folder + "/pipelines/small.yaml", Array(pipeline.utf8))
    try Files.writeNew(folder + "/raw/a.txt", Array(text.utf8))
    try Files.writeNew(folder + "/raw/b.csv", Array(table.utf8))
  }

  /// Copies a project with all that was published.
  static func copy(_ folder: String, to target: String) throws {
    try FileManager.default.copyItem(atPath: folder, toPath: target)
  }

  /// The folder that `latest` points to, by its name; nothing where there is none.
  static func latest(_ folder: String) throws -> String? {
    try Files.target(ofLink: folder + "/published/latest").map {
      String($0.split(separator: "/")[1])
    }
  }

  /// Every file of the newest snapshot with its bytes.
  static func contents(_ folder: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    let latest = folder + "/published/latest"
    for file in try Folder.filesBelow(latest) ?? [] {
      contents[file] = try Files.read(latest + "/" + file)
    }
    return contents
  }
}
