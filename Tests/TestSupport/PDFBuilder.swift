/// Writes a PDF file by hand, object by object; broken ones as well.
public struct PDFBuilder {
  /// The bodies of the objects, numbered from 1; the first is the catalogue.
  public var objects: [[UInt8]]
  /// What the trailer says besides its size and its root.
  public var trailer = ""

  /// A file of one page with a content stream and the font F1.
  public init(content: String, page: String = "/MediaBox [0 0 595 842]") {
    self.init(objects: [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R \(page) /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
        + "/XObject << /X 6 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ])
  }

  /// A file of some objects.
  public init(objects: [String]) {
    self.objects = objects.map { Array($0.utf8) }
  }

  /// The bytes of the file.
  public var file: [UInt8] {
    var bytes = Array("%PDF-1.7\n".utf8)
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let digits = String(bytes.count)
      table += String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n"
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    bytes += Array(table.utf8)
    bytes += Array(
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        .utf8)
    return bytes
  }

  /// Forms that each draw the next so many times, the last one a text: its size doubles and
  /// doubles again.
  public static func nested(levels: Int, times: Int) -> PDFBuilder {
    var builder = PDFBuilder(content: "/X Do")
    for level in 0..<levels {
      let isLast = level == levels - 1
      let content =
        isLast
        ? "BT /F1 10 Tf 50 700 Td (AB) Tj ET" : String(repeating: "/X Do ", count: times)
      let next = isLast ? "" : "/XObject << /X \(level + 7) 0 R >>"
      builder.objects.append(
        Array(
          ("<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << "
            + "/Font << /F1 5 0 R >> \(next) >> /Length \(content.utf8.count) >>\nstream\n"
            + "\(content)\nendstream").utf8))
    }
    return builder
  }
}
