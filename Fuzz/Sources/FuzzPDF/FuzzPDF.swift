import Model
import PDF
import Reading

/// Lays out characters and ruled lines that stand anywhere, and checks that none is lost.
///
/// Each item takes six bytes: what it is, its left and upper edge in two bytes each, its size. The
/// file of a PDF is left to poppler, whose own fuzzers know it better.
@c(LLVMFuzzerTestOneInput)
public func fuzzPDF(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var pages = [emptyPage]
  for item in stride(from: 0, to: bytes.count - 5, by: 6) {
    let x = (Int(bytes[item + 1]) << 8 | Int(bytes[item + 2])) % pageSize
    let y = (Int(bytes[item + 3]) << 8 | Int(bytes[item + 4])) % pageSize
    let size = (Int(bytes[item + 5]) + 1) * 20
    let page = pages.count - 1
    switch bytes[item] {
    case 0xFF: pages.append(emptyPage)
    case 0xC0...:
      let isVertical = bytes[item] & 1 == 1
      pages[page].rules.append(
        PDFRule(
          isVertical: isVertical,
          PDFBox(
            left: x, top: y, right: isVertical ? x : x + size * 8,
            bottom: isVertical ? y + size * 8 : y)))
    default:
      let letter = letters[Int(bytes[item]) % letters.count]
      let box = PDFBox(left: x, top: y, right: x + size, bottom: y + size)
      // What stands off the page is left out.
      guard box.centre <= pageSize, box.middle <= pageSize else { continue }
      pages[page].characters.append(PDFCharacter(letter, box))
    }
  }
  check(pages)
  return 0
}

private let pageSize = 60_000
private let letters: [Unicode.Scalar] = [
  "予", "算", "額", "1", "2", ",", "億", "円", "●", "A", "。", "ー", "（", "）", "\u{FFFD}", "\u{2028}",
]

private var emptyPage: PDFPage {
  PDFPage(box: PDFBox(left: 0, top: 0, right: pageSize, bottom: pageSize))
}

/// Every character is in the text once, every line knows its place, and cells stand in order.
private func check(_ pages: [PDFPage]) {
  let read = PagedDocument(pages)
  let printed = String(decoding: read.body.bytes, as: UTF8.self).unicodeScalars
    .filter { $0.value > 0x20 }
  precondition(printed.sorted() == pages.flatMap { $0.characters.map(\.scalar) }.sorted())
  precondition(read.body.boxes.count == read.body.lineCount)
  for table in read.tables {
    for (earlier, later) in zip(table.cells, table.cells.dropFirst()) {
      precondition(earlier.reference < later.reference)
    }
  }
}
