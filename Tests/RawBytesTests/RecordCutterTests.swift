import RawBytes
import TestSupport
import Testing

/// CSV in its plainest form is cut into its fields, wherever its pieces end.
@Suite struct RecordCutterTests {
  @Test(arguments: [
    ("a,b\n", [["a", "b"]]), ("\n\n", [[], []]), ("\"\"\n", [["\"\""]]), (",\n", [["", ""]]),
    ("\"x,\"\"\n\",予算\na\n", [["\"x,\"\"\n\"", "予算"], ["a"]]),
    ("研究開発推進事業,\"1,259\",\n", [["研究開発推進事業", "\"1,259\"", ""]]),
    // What has no line end is no record yet.
    ("a\nb", [["a"]]), ("a,\"b\n", []), ("", []),
  ])
  func fields(text: String, expected: [[String]]) {
    #expect(cut(Array(text.utf8), pieces: [text.utf8.count]) == expected)
  }

  @Test(arguments: 0..<20) func piecesMayEndAnywhere(seed: Int) {
    var chance = Seeded(seed: UInt64(seed))
    var expected: [[String]] = []
    var text = ""
    for _ in 0..<30 {
      let row = (0..<Int.random(in: 1...12, using: &chance)).map { _ in
        let words = ["", "a", "予算額", "研究開発推進事業", "\"1,2\"", "\"\"\"\n\"", "12345678"]
        return words[Int.random(in: 0..<words.count, using: &chance)]
      }
      // One empty field stands in quotes.
      expected.append(row == [""] ? ["\"\""] : row)
      text += (row == [""] ? "\"\"" : row.joined(separator: ",")) + "\n"
    }
    let bytes = Array(text.utf8)
    var ends = (0..<20).map { _ in Int.random(in: 0...bytes.count, using: &chance) }.sorted()
    ends.append(bytes.count)
    #expect(cut(bytes, pieces: ends) == expected)
    #expect(cut(bytes, pieces: Array(0...bytes.count)) == expected)
  }

  @Test func escapesAreFoundWhereverTheyStand() {
    for byte in UInt8.min...UInt8.max {
      let isEscape = byte < 0x20 || [0x22, 0x5C, 0x7F, 0xE2].contains(byte)
      for place in 0..<17 {
        var bytes = [UInt8](repeating: 0x61, count: 17)
        bytes[place] = byte
        #expect(bytes.span.firstJSONEscape(from: 0) == (isEscape ? place : 17))
        #expect(bytes.span.firstJSONEscape(from: place + 1) == 17)
      }
    }
  }

  private func cut(_ bytes: [UInt8], pieces: [Int]) -> [[String]] {
    var cutter = RecordCutter()
    var rows: [[String]] = []
    var start = 0
    for end in pieces {
      while start <= end, let length = cutter.next(in: bytes.span.extracting(start..<end)) {
        rows.append(
          cutter.fields.map {
            String(decoding: bytes[start + $0.lowerBound..<start + $0.upperBound], as: UTF8.self)
          })
        start += length
      }
    }
    return rows
  }
}
