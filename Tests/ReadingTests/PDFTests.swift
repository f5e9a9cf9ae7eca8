import Model
import PDF
import Reading
import TestSupport
import Testing

/// Text in the order that the places of its characters show, and its tables.
@Suite struct PDFTests {
  private func lines(_ name: String) throws -> [String] {
    let (document, findings) = try document(PDFFixture.bytes(name), path: name)
    #expect(findings.isEmpty)
    #expect(document.attributes.mediaType == "application/pdf")
    return document.lines.filter { !$0.isEmpty }
  }

  @Test func amountsOnTheLineOfTheirProgramme() throws {
    #expect(
      try lines("aligned.pdf") == [
        "１．海洋調査プロジェクト", "令和６年度予算額 51.8億円", "● 海洋資源調査推進事業  予算額12.3億円",
        "● 沿岸防災観測網整備事業  予算額4億円", "● 極域環境変動研究事業  予算額27.5億円", "● 深海探査技術開発事業  予算額8億円", "1",
      ])
  }

  @Test func amountsBetweenTheLinesOfProgrammes() throws {
    #expect(
      try lines("unaligned.pdf") == [
        "１．海洋調査プロジェクト", "令和６年度予算額 51.8億円", "● 海洋資源調査推進事業", "● 沿岸防災観測網整備事業",
        "● 極域環境変動研究事業", "● 深海探査技術開発事業", "予算額12.3億円", "予算額4億円", "予算額27.5億円", "1",
      ])
  }

  @Test func columnsOneAfterTheOther() throws {
    let page = [
      "左の段の文章は紙面の左半分を上か", "ら下へと読み進み、最後の行まで来", "てから右の段の最初の行に移るもの",
      "として組まれている。行の高さは左", "右で揃っている。", "右の段の文章は左の段が終わった後", "に読まれるべきものであり、同じ高",
      "さにある左の行の続きではないこと", "を、この見本は確かめるために置か", "れている。",
    ]
    #expect(
      try lines("columns.pdf")
        == ["海洋政策の年次報告  令和６年版", "第1節  調査の方法"] + page + ["- 1 -"]
        + ["\u{0C}海洋政策の年次報告  令和６年版", "第2節  調査の方法"] + page + ["- 2 -"])
  }

  @Test func wordsThatRunDownThePage() throws {
    #expect(
      try lines("labels.pdf") == [
        "この事業は、沿岸の観測網を整えるために令和", "６年度から始めるものであり、予算額は３億円", "である。観測の結果は毎月公表する。",
        "事業の概要", "\u{0C}縦に書かれた文章は右の行から", "左の行へと読み進むのであり︑", "この順に読まれる︒",
      ])
  }

  /// Names over two lines, amounts in the middle beside them, a label down the first column.
  @Test func cellsOfADrawnTable() throws {
    let (document, _) = try document(PDFFixture.bytes("table.pdf"))
    let table = try #require(document.tables.first)
    #expect(document.tables.count == 1)
    #expect(table.name == "page 1 table 1")
    #expect(table.merges.map { "\($0.first):\($0.last)" } == ["A2:A5"])
    #expect(
      table.shown == [
        "B1=事業名", "C1=令和５年度予算額", "D1=令和６年度予算額", "A2=重点施策", "B2=地域医療情報連携基盤の整備に関する調査研究事業",
        "C2=1,234", "D2=1,300", "B3=遠隔診療実証事業", "C3=560", "D3=480", "B4=看護記録標準化事業", "C4=－",
        "D4=75", "B5=計", "C5=1,794", "D5=1,855",
      ])
    #expect(
      document.lines.contains("地域医療情報連携基盤の整備に関する調査研究事業  1,234  1,300"))
  }

  @Test func placesOfLines() throws {
    let (document, _) = try document(PDFFixture.bytes("columns.pdf"))
    guard case .text(let body) = document.content else {
      Issue.record("no text")
      return
    }
    #expect(body.boxes.count == body.lineCount)
    let heading = try #require(
      document.lines.firstIndex { $0.contains("第2節") }.flatMap { body.box(ofLine: $0 + 1) })
    // Drawn at 60 points from the left and 90 from the top, 13 points high.
    #expect(heading.page == 2 && heading.left == 6000)
    #expect(heading.top > 7500 && heading.bottom > 9000 && heading.bottom < 9300)
  }

  @Test func pagesWithoutText() throws {
    let (_, findings) = try document(PDFFixture.bytes("picture.pdf"))
    #expect(findings.map(\.code) == [.pageWithoutText])
    #expect(findings.first?.message.hasPrefix("page 2 holds no text") == true)
    let empty = PDFBuilder(content: "").file
    #expect(try refusal(empty).code == .empty)
  }

  @Test func limitsAndFaultsAreNamed() throws {
    let file = try PDFFixture.bytes("columns.pdf")
    func reason(_ change: (inout ReadingSettings) -> Void) throws -> String {
      try refusal(file, change).description
    }
    #expect(
      try reason { $0.limits.pdfPages = 1 }
        == "the PDF has 2 pages: the limit 'pdf_pages' is 1; raise the limit in the pipeline file if "
        + "the source is sound")
    #expect(try reason { $0.limits.pdfCharacters = 200 }.contains("'pdf_characters' is 200"))
    let large = try refusal(PDFBuilder.nested(levels: 6, times: 10).file) {
      $0.limits.pdfMemory = 1 << 20
      // A sanitizer makes the reading slower than the usual limit allows.
      $0.limits.pdfSeconds = 120
    }
    #expect(large.reason.hasSuffix("the limit 'pdf_memory' is 1048576"), "\(large)")
    let slow = try refusal(PDFBuilder.nested(levels: 10, times: 10).file) {
      $0.limits.pdfSeconds = 1
    }
    #expect(slow.code == .limit, "\(slow)")
  }

  /// A file whose end is missing is never read as if it were whole.
  @Test func truncatedFiles() throws {
    let file = try PDFFixture.bytes("aligned.pdf")
    for count in stride(from: 5, to: file.count - 8, by: file.count / 12) {
      let refusal = try refusal(Array(file[..<count]))
      #expect(refusal.code == .malformed, "\(count): \(refusal)")
    }
  }

  /// A damaged file is refused, or read with a finding where the pipeline says so.
  @Test func damagedFilesOnDemand() throws {
    let file = PDFBuilder(content: "BT /F1 10 Tf 72 700 Td (A) Tj ET lost").file
    let refused = try refusal(file)
    #expect(refused.code == .malformed)
    #expect(
      refused.reason == "the PDF is damaged: Syntax error at position -1: Unknown operator 'lost'")
    let (document, findings) = try document(file) { $0.decodingPolicy = .replace }
    #expect(findings.map(\.code) == [.sourceDamaged])
    #expect(document.lines.first?.hasPrefix("A") == true)
  }

  /// The tables as sheets, with the caption that says their unit.
  @Test func tablesAsSheets() throws {
    let (document, _) = try document(PDFFixture.bytes("table.pdf")) { $0.pages = .tables }
    let sheet = try #require(document.sheets.first)
    #expect(sheet.shown.prefix(4) == ["A1=令和６年度予算の概要", "A2=（単位：百万円）", "B3=事業名", "C3=令和５年度予算額"])
    #expect(sheet.merges.map { "\($0.first):\($0.last)" } == ["A4:A7"])
    #expect(
      try refusal(PDFFixture.bytes("labels.pdf")) { $0.pages = .tables }.code == .empty)
  }

  /// Wherever characters and lines stand, each character is in the text once.
  @Test(arguments: 0..<60)
  func everyCharacterOnce(seed: UInt64) {
    var random = Seeded(seed: seed)
    let letters: [Unicode.Scalar] = ["予", "算", "額", "1", "2", ",", "億", "●", "A", "。", "ー"]
    var page = PDFPage(box: PDFBox(left: 0, top: 0, right: 40_000, bottom: 40_000))
    let step = [100, 500, 1100, 1500][Int(seed % 4)]
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      let (x, y) = (
        Int.random(in: 0..<38_000 / step, using: &random) * step,
        Int.random(in: 0..<38_000 / step, using: &random) * step
      )
      let size = [600, 1000, 1000, 1400][Int.random(in: 0..<4, using: &random)]
      let letter = letters[Int.random(in: 0..<letters.count, using: &random)]
      page.characters.append(
        PDFCharacter(letter, PDFBox(left: x, top: y, right: x + size, bottom: y + size)))
    }
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      let (a, b, c) = (
        Int.random(in: 0..<40, using: &random) * 1000,
        Int.random(in: 0..<40, using: &random) * 1000,
        Int.random(in: 0..<40, using: &random) * 1000
      )
      let isVertical = Bool.random(using: &random)
      page.rules.append(
        PDFRule(
          isVertical: isVertical,
          isVertical
            ? PDFBox(left: a, top: min(b, c), right: a, bottom: max(b, c))
            : PDFBox(left: min(b, c), top: a, right: max(b, c), bottom: a)))
    }
    let read = PagedDocument([page])
    let printed = String(decoding: read.body.bytes, as: UTF8.self).unicodeScalars
      .filter { $0.value > 0x20 }
    #expect(printed.sorted() == page.characters.map(\.scalar).sorted())
    #expect(read.body.boxes.count == read.body.lineCount)
  }

  /// Any byte changed: it is read or refused, and nothing else happens.
  @Test func changedBytes() throws {
    let file = try PDFFixture.bytes("table.pdf")
    for index in stride(from: 0, to: file.count, by: file.count / 40) {
      var changed = file
      changed[index] ^= UInt8(truncatingIfNeeded: 1 << (index % 8))
      switch outcome(changed) {
      case .read(let document, _): #expect(document.id == "doc")
      case .refused(let refusal): #expect(!refusal.reason.isEmpty && !refusal.advice.isEmpty)
      }
    }
  }
}
