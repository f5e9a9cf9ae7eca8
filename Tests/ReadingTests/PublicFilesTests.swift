import Model
import Platform
import Reading
import TestSupport
import Testing

/// Every public file kept beside the checkout is read, or refused for the reason it should be.
@Suite(.enabled(if: PublicFiles.areThere, "../shared/data is not here: public files not tested"))
struct PublicFilesTests {
  /// How long a file may take; without optimisation everything is many times slower.
  static var mostMilliseconds: Int {
    var isOptimised = true
    assert({ isOptimised = false }() == ())
    return isOptimised ? 10_000 : 60_000
  }

  @Test(arguments: PublicFiles.all)
  func isReadOrRefusedAsExpected(file: PublicFile) throws {
    let start = Clock.milliseconds
    let result = try PublicFiles.read(file.path)
    let time = Clock.milliseconds - start
    #expect(time < Self.mostMilliseconds, "it took \(time) ms")
    #expect(Sanitizer.isOn || PublicFiles.peakMegabytes < 512)
    switch (result, file.refusals) {
    case (.read(let document, _), nil):
      #expect(document.attributes.reader == file.reader)
      if let encoding = file.encoding { #expect(document.attributes.encoding == encoding) }
      // Some workbooks hold merged areas only.
      if file.reader == "text" || file.reader == "csv" { #expect(document.lineCount > 0) }
    case (.read(let document, _), .some(let codes)):
      Issue.record("read as \(document.attributes.reader), but should be refused: \(codes)")
    case (.refused(let refusal), nil): Issue.record("refused: \(refusal)")
    case (.refused(let refusal), .some(let codes)):
      #expect(codes.contains(refusal.code), "\(refusal)")
      #expect(!refusal.reason.isEmpty && !refusal.advice.isEmpty)
    }
  }
}

/// A public file and what should become of it.
struct PublicFile: Sendable, CustomTestStringConvertible {
  let path: String
  /// What the list of files says of its encoding.
  let listedEncoding: String

  var testDescription: String { path }

  private var name: Substring { path.split(separator: "/").last ?? "" }
  private var suffix: String { name.split(separator: ".").last.map(String.init) ?? "" }

  /// Files that lie about what they are, by their names.
  private static let faults: [String: [Refusal.Code]] = [
    "invalid.xlsx": [.unsupported], "issue_594_dos.ods": [.limit],
    // Entities, in plain sight or in a part that need not be read.
    "54764.xlsx": [.hostile], "poc-xmlbomb.xlsx": [.hostile],
    "poc-xmlbomb-empty.xlsx": [.hostile], "xxe_in_schema.xlsx": [.hostile],
    "duplicate-filename-case-insensitive.xlsx": [.hostile],
    "filename_duplicate.zip": [.hostile],
    "protected_passtika.xlsx": [.password], "pass_protected.xlsx": [.password],
    "pass_protected.ods": [.password],
  ]

  /// The reasons it may be refused for; nothing where it should be read.
  var refusals: [Refusal.Code]? {
    if let known = PublicFile.faults[String(name)] { return known }
    if name.hasPrefix("clusterfuzz") { return [.malformed] }
    // Eleven bytes of plain text.
    if name == "bogus.zip" { return nil }
    switch suffix {
    case "xls": return [.unsupported]
    case "zip": return [.unsupported, .malformed]
    default: return nil
    }
  }

  var reader: String {
    // Columns apart by two blanks; a quote after the last label.
    if name == "2012YokohamaBudget.csv" { return "text" }
    // A web page under the name of an XML document.
    if name == "www2.chuo-u.ac.jp-suishin.xml" { return "html" }
    switch suffix {
    case "csv", "xlsx", "ods", "json", "html", "xml", "pdf": return suffix
    case "gz": return "json"
    default: return "text"
    }
  }

  /// The encoding to expect; nothing where the list does not say.
  var encoding: String? {
    // The list tells what a strict decoder without detection said of these.
    if name == "nobom-utf16le.txt" { return "UTF-16LE" }
    if name == "plane1-utf-16be.html" { return "UTF-16BE" }
    switch listedEncoding.prefix(while: { $0 != ";" }).prefix(while: { $0 != " " }) {
    case "utf-8", "ascii": return "UTF-8"
    case "cp932": return "CP932"
    case "euc_jp": return "EUC-JP"
    case "iso-2022-jp": return "ISO-2022-JP"
    case "utf-16": return "UTF-16LE"
    default: return nil
    }
  }
}

/// The list of public files.
enum PublicFiles {
  /// The folder, beside the checkout.
  static let folder: String = {
    let root = Files.parent(of: Files.parent(of: Files.parent(of: #filePath)))
    return Files.parent(of: root) + "/shared/data"
  }()

  static let all: [PublicFile] = {
    guard let bytes = try? Files.read(folder + "/MANIFEST.csv"),
      case .read(let document, _) = Reading.read(
        bytes, id: "manifest", attributes: DocumentAttributes(path: "MANIFEST.csv")),
      let sheet = document.sheets.first
    else { return [] }
    return (2...sheet.rowCount).compactMap { row in
      let path = sheet.cell(at: CellReference(row: row, column: 1))?.value.text
      let encoding = sheet.cell(at: CellReference(row: row, column: 8))?.value.text
      return path.map { PublicFile(path: $0, listedEncoding: encoding ?? "") }
    }
  }()

  static var areThere: Bool { !all.isEmpty }

  static func read(_ path: String) throws -> ReadingOutcome {
    let file = try MappedFile(folder + "/files/" + path)
    return Reading.read(file.bytes, id: path, attributes: DocumentAttributes(path: path))
  }

  /// The most memory the process has used so far.
  static var peakMegabytes: Int {
    let status = (try? Files.read("/proc/self/status")).map { String(decoding: $0, as: UTF8.self) }
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
  }
}
