import PDF
import TestSupport
import Testing

/// Characters with their places, and files that mean harm to whoever reads them.
@Suite struct PDFFileTests {
  private func read(
    _ bytes: [UInt8], pages: Int = 100, characters: Int = 10_000, seconds: Int = 20,
    memory: Int = 512 << 20
  ) throws(PDFError) -> PDFFile {
    try PDFFile(
      bytes.span,
      limits: PDFLimits(pages: pages, characters: characters, seconds: seconds, memory: memory))
  }

  private func code(_ read: () throws(PDFError) -> PDFFile) -> PDFError.Code? {
    do {
      _ = try read()
      return nil
    } catch {
      return error.code
    }
  }

  @Test func charactersWithTheirPlaces() throws {
    let file = try read(PDFBuilder(content: "BT /F1 10 Tf 72 700 Td (A B) Tj ET").file)
    #expect(file.complaint.isEmpty)
    let page = try #require(file.pages.first)
    #expect(page.box == PDFBox(left: 0, top: 0, right: 59_500, bottom: 84_200))
    #expect(page.characters.map(\.scalar) == ["A", "B"])
    // Each character of this font is 0.6 of its size wide; the base line is 142 points from the top.
    #expect(page.characters.map(\.box.left) == [7200, 8400])
    #expect(page.characters.map(\.box.right) == [7800, 9000])
    let box = try #require(page.characters.first?.box)
    #expect(box.top < 14_200 && box.top > 13_100 && box.bottom >= 14_200 && box.bottom < 14_500)
  }

  @Test func ruledLines() throws {
    let content = "BT /F1 10 Tf 72 700 Td (A) Tj ET 100 600 m 300 600 l S 100 600 m 100 500 l S"
    let page = try #require(try read(PDFBuilder(content: content).file).pages.first)
    let across = page.rules.filter { !$0.isVertical }
    let down = page.rules.filter { $0.isVertical }
    #expect(!across.isEmpty && !down.isEmpty)
    for rule in across {
      #expect(abs(rule.box.top - 24_200) <= 100 && abs(rule.box.left - 10_000) <= 100)
      #expect(abs(rule.box.right - 30_000) <= 100)
    }
    for rule in down {
      #expect(abs(rule.box.left - 10_000) <= 100 && abs(rule.box.bottom - 34_200) <= 100)
    }
  }

  @Test func pagesAndCharactersPastTheirLimit() {
    let file = PDFBuilder(content: "BT /F1 10 Tf 72 700 Td (ABC) Tj ET").file
    #expect(code { () throws(PDFError) in try read(file, pages: 0) } == .pages)
    #expect(code { () throws(PDFError) in try read(file, characters: 2) } == .characters)
  }

  @Test func encryptedFiles() {
    var builder = PDFBuilder(content: "BT /F1 10 Tf 72 700 Td (A) Tj ET")
    let key = String(repeating: "6f", count: 32)
    builder.objects.append(
      Array("<< /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -44 >>".utf8))
    builder.trailer = "/Encrypt 6 0 R /ID [<00> <00>]"
    #expect(code { () throws(PDFError) in try read(builder.file) } == .encrypted)
  }

  /// Ten forms that each draw the next ten times would take days.
  @Test func filesWithoutEnd() {
    let file = PDFBuilder.nested(levels: 10, times: 10).file
    let code = code { () throws(PDFError) in try read(file, seconds: 1) }
    #expect(code == .seconds || code == .memory)
  }

  @Test func moreMemoryThanAllowed() {
    let file = PDFBuilder.nested(levels: 6, times: 10).file
    #expect(code { () throws(PDFError) in try read(file, memory: 1 << 20) } == .memory)
  }

  @Test(arguments: [
    // Pages that are their own children, and many more of them than there are.
    ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"],
    ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"],
    ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2000000000 >>"],
    ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count -1 >>"],
    ["<< /Type /Catalog >>"], ["2 0 R", "1 0 R"], [],
  ])
  func brokenTrees(objects: [String]) {
    let code = code { () throws(PDFError) in try read(PDFBuilder(objects: objects).file) }
    #expect(code == .damaged || code == .pages || code == .crashed)
  }

  @Test(arguments: [
    "[0 0 1e9 1e9]", "[0 0 0 0]", "[0 0 -5 -5]", "[nan nan nan nan]", "[0 0 1e38 1]",
  ])
  func pagesOfAnySize(box: String) {
    let builder = PDFBuilder(
      content: "BT /F1 10 Tf 72 700 Td (A) Tj ET", page: "/MediaBox \(box)")
    // Read or not, it ends.
    _ = code { () throws(PDFError) in try read(builder.file) }
  }

  /// Whatever becomes of the other process, nothing is left of it here.
  @Test func readingManyTimes() throws {
    let file = PDFBuilder(content: "BT /F1 10 Tf 72 700 Td (A) Tj ET").file
    for _ in 0..<50 {
      #expect(try read(file).pages.count == 1)
    }
  }
}
