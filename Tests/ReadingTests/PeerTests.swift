import JapaneseText
import Model
import Platform
import Reading
import TestSupport
import Testing

/// Other readers find the same cells and characters in the public files, but where `peers.py` says
/// why they do not and the reader here is right.
@Suite(.enabled(if: PublicFiles.areThere, "../shared/data is not here: peers not compared"))
struct PeerTests {
  static let script = Files.parent(of: #filePath) + "/peers.py"

  /// A Python with openpyxl and python-calamine, as `make bench-peers` installs it.
  static let peers: String? = {
    let root = Files.parent(of: Files.parent(of: Files.parent(of: #filePath)))
    let path = Console.environment("CHOAI_PEERS") ?? root + "/.build/peers/bin/python"
    return Files.absolute(path) == nil ? nil : path
  }()

  @Test(
    .enabled(if: peers != nil, ".build/peers is not here: workbooks not compared with peers"),
    .temporaryFolder)
  func workbooksCellForCell() throws {
    let folder = TemporaryFolder.path
    var list = ""
    for (number, file) in PublicFiles.all.enumerated() {
      guard file.path.hasSuffix(".xlsx") || file.path.hasSuffix(".ods"),
        case .read(let document, _) = try PublicFiles.read(file.path)
      else { continue }
      let cells = "\(folder)/\(number)"
      try Files.writeNew(cells, Array(Self.lines(of: document).utf8), durably: false)
      list += "\(PublicFiles.folder)/files/\(file.path)\t\(cells)\n"
    }
    try Files.writeNew(folder + "/list", Array(list.utf8))
    let python = try #require(Self.peers)
    let ending = try Program.run(
      python, [Self.script, "cells", folder + "/list", folder + "/out"], input: [], seconds: 600)
    #expect(ending == .exited(0))
    let said = String(decoding: try Files.read(folder + "/out"), as: UTF8.self)
      .split(separator: "\n")
    #expect((said.first.flatMap { Int($0) } ?? 0) > 1000)
    #expect(said.dropFirst().isEmpty, "\(said.dropFirst().joined(separator: "\n"))")
  }

  @Test(.temporaryFolder)
  func textsAsPythonDecodesThem() throws {
    let codecs = [
      "UTF-8": "utf-8-sig", "CP932": "cp932", "EUC-JP": "euc_jp", "ISO-2022-JP": "iso2022_jp_ext",
      "UTF-16LE": "utf-16",
    ]
    var compared: [String: Int] = [:]
    for file in PublicFiles.all {
      guard case .read(let found, _) = try PublicFiles.read(file.path),
        let codec = codecs[found.attributes.encoding]
      else { continue }
      let source = PublicFiles.folder + "/files/" + file.path
      var settings = ReadingSettings()
      settings.kind = .text
      guard
        case .read(let document, _) = Reading.read(
          try Files.read(source), id: "x", attributes: DocumentAttributes(path: "x"),
          settings: settings), case .text(let body) = document.content
      else { continue }
      let out = TemporaryFolder.path + "/out"
      let ending = try Program.run(
        "/usr/bin/python3", [Self.script, "text", codec, source, out], input: [], seconds: 60)
      // Python's codecs do not know all that occurs; what they know must be the same.
      guard ending == .exited(0) else { continue }
      compared[found.attributes.encoding, default: 0] += 1
      let decoded = String(decoding: try Files.read(out), as: UTF8.self)
      let theirs = Self.joined(decoded, asWindows: !found.attributes.encoding.hasPrefix("UTF"))
      let same = theirs == String(decoding: body.bytes, as: UTF8.self)
      #expect(same, "\(file.path) in \(found.attributes.encoding)")
    }
    for encoding in ["UTF-8", "CP932", "EUC-JP", "ISO-2022-JP"] {
      #expect(compared[encoding, default: 0] > 0, "no text in \(encoding) was compared")
    }
  }

  /// A text with line ends made one, and with the characters of Windows where standards differ.
  private static func joined(_ text: String, asWindows: Bool) -> String {
    let differing: [Unicode.Scalar: Unicode.Scalar] = [
      "\u{301C}": "\u{FF5E}", "\u{2212}": "\u{FF0D}", "\u{2016}": "\u{2225}",
      "\u{A2}": "\u{FFE0}", "\u{A3}": "\u{FFE1}", "\u{AC}": "\u{FFE2}", "\u{2014}": "\u{2015}",
    ]
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar != "\n" || previous != "\r" {
        let other = asWindows ? differing[scalar] : nil
        scalars.append(scalar == "\r" ? "\n" : other ?? scalar)
      }
      previous = scalar
    }
    return String(scalars)
  }

  /// A line for each cell: sheet, row, column, kind, value and day, each as hexadecimal UTF-8; and
  /// one for each merged area, with its last row and column as the value.
  private static func lines(of document: Document) -> String {
    var lines = ""
    for sheet in document.sheets {
      for area in sheet.merges {
        let parts = [
          sheet.name, "\(area.first.row)", "\(area.first.column)", "area",
          "\(area.last.row) \(area.last.column)", "",
        ]
        lines += parts.map(hexadecimal).joined(separator: "\t") + "\n"
      }
      for cell in sheet.cells {
        var kind = "text"
        var iso = ""
        switch cell.value {
        case .number: kind = "number"
        case .boolean: kind = "boolean"
        case .error: kind = "error"
        case .day(let day, _): (kind, iso) = ("day", day.description)
        case .text: kind = cell.format.isEmpty ? "text" : "shown"
        }
        let parts = [
          sheet.name, "\(cell.reference.row)", "\(cell.reference.column)", kind, cell.value.text,
          iso,
        ]
        lines += parts.map(hexadecimal).joined(separator: "\t") + "\n"
      }
    }
    return lines
  }

  private static func hexadecimal(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
