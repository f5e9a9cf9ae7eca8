import Foundation
import Platform
import TestSupport

/// Makes broken files out of sound ones; the seed decides which.
struct Mutator {
  private let fixtures: [(name: String, bytes: [UInt8])]
  private var random: Seeded

  init(seed: UInt64) throws {
    random = Seeded(seed: seed)
    var fixtures: [(String, [UInt8])] = []
    for file in try Folder.filesBelow(Tool.project + "/raw") ?? [] where !file.hasSuffix(".md") {
      // Enough of a text to have everything in it; a mutant should not take long.
      let bytes = try Files.read(Tool.project + "/raw/" + file)
      let isText = file.hasSuffix(".txt")
      let name = String(file.split(separator: "/").last ?? "")
      fixtures.append((name, isText ? Array(bytes.prefix(8000)) : bytes))
    }
    let table = "事業名,令和4年度当初予算額（百万円）,備考\n研究開発事業,\"1,200\",\"再掲\n含む\"\n計,1200,\n"
    let page =
      "<!DOCTYPE html><meta charset=utf-8><table><tr><th rowspan=2>事業名<th>令和4年度"
      + "<tr><td>12億円<td>△3</table>"
    let records = #"[{"事業名": "研究開発事業", "金額": 1200000000, "年度": "令和4年度"}]"#
    fixtures += [
      ("table.csv", Array(table.utf8)), ("page.html", Array(page.utf8)),
      ("records.json", Array(records.utf8)),
      ("records.jsonl", Array(records.dropFirst().dropLast().utf8)),
      ("list.xml", Array("<事業><金額 単位=\"円\">1200</金額><名>研究</名></事業>".utf8)),
      ("wide.txt", Array(table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })),
      ("table.csv.gz", GzipBuilder.pack(Array(table.utf8))),
      ("tables.zip", ZipBuilder([("table.csv", table)]).archive),
    ]
    self.fixtures = fixtures
  }

  /// The next broken file.
  mutating func next() -> (name: String, bytes: [UInt8]) {
    // Inside a package the checksums are made right, so that the parts are read at all.
    if Int.random(in: 0..<6, using: &random) == 0 { return package() }
    var (name, bytes) = pick()
    for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes) }
    return (name, bytes)
  }

  private mutating func pick() -> (name: String, bytes: [UInt8]) {
    fixtures[Int.random(in: 0..<fixtures.count, using: &random)]
  }

  private mutating func package() -> (name: String, bytes: [UInt8]) {
    var book = WorkbookBuilder()
    book.rows =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1200</v></c></row>"
      + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>計</t></is></c><c r=\"B2\"><f>B1</f>"
      + "<v>1200</v></c></row>"
    book.strings = "<si><t>研究開発事業</t></si>"
    book.afterRows = "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"
    var archive = ZipBuilder()
    let broken = Int.random(in: 0..<book.parts.count, using: &random)
    for (index, part) in book.parts.enumerated() {
      var bytes = Array(part.text.utf8)
      if index == broken { mutate(&bytes) }
      archive.add(part.name, bytes)
    }
    return ("book.xlsx", archive.archive)
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let length = Int.random(in: 1...max(1, min(400, bytes.count - place)), using: &random)
    let stretch = place..<min(bytes.count, place + length)
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: bytes.removeSubrange(place...)
    case 3: bytes.removeSubrange(stretch)
    case 4: bytes.insert(contentsOf: bytes[stretch], at: place)
    case 5:
      let other = pick().bytes
      let start = Int.random(in: 0..<other.count, using: &random)
      bytes.replaceSubrange(stretch, with: other[start...].prefix(length))
    case 6:
      let other = pick().bytes
      bytes.replaceSubrange(place..., with: other[min(place, other.count)...])
    default:
      // Figures that no type holds.
      for index in stretch where (0x30...0x39).contains(bytes[index]) { bytes[index] = 0x39 }
      bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
    }
  }
}
