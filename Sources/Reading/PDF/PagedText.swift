import Model
import PDF

/// The pages of a source as one text whose lines know where they stand.
struct PagedText {
  private var bytes: [UInt8] = []
  private var boxes: [PageBox?] = []

  /// Lines with more room between them than this part of their height are parted by a blank line.
  private static let paragraphGap = (numerator: 12, denominator: 10)

  var body: TextBody { TextBody(bytes, boxes: boxes) }

  /// Adds a page; a form feed stands before its first line, as in text taken out of a PDF.
  mutating func add(_ lines: [PageLine], page: Int) {
    if page > 1 { bytes.append(0x0C) }
    var last: PDFBox?
    for line in lines {
      if let last, isParted(last, line.box) { endLine(nil) }
      bytes += line.text
      let box = line.box
      endLine(
        PageBox(page: page, left: box.left, top: box.top, right: box.right, bottom: box.bottom))
      last = box
    }
    if lines.isEmpty { endLine(nil) }
  }

  private mutating func endLine(_ box: PageBox?) {
    bytes.append(0x0A)
    boxes.append(box)
  }

  private func isParted(_ above: PDFBox, _ below: PDFBox) -> Bool {
    let gap = below.top - above.bottom
    let height = min(above.height, below.height)
    return gap * PagedText.paragraphGap.denominator > height * PagedText.paragraphGap.numerator
  }
}
