import Model
import Testing

@Suite struct TextBodyTests {
  let body = TextBody(Array("令\n\n和６年\n end".utf8))

  @Test func linesCountFromOneAndBlankLinesCount() {
    #expect(body.lineCount == 4)
    #expect((1...4).map(body.text(ofLine:)) == ["令", "", "和６年", " end"])
    #expect(TextBody(Array("a\nb\n".utf8)).lineCount == 2)
    #expect(TextBody([]).lineCount == 0)
  }

  @Test func aStretchOverLinesHasASpanForEachLineItTouches() {
    // 令 LF LF 和６ : bytes 0..<11
    let place = body.place(of: 0..<11)
    #expect(place.spans == [Span(line: 1, columns: 0..<1), Span(line: 3, columns: 0..<2)])
    #expect(place.description == "1:1-1;3:1-2")
    #expect(body.printed(0..<11) == "令⏎和６")
  }

  @Test func aStretchAtTheVeryEndIsOnTheLastLine() {
    let end = body.bytes.count
    #expect(body.place(of: end - 3..<end).description == "4:2-4")
  }
}
