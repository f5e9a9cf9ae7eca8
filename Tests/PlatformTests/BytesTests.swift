import Platform
import Testing

@Suite struct BytesTests {
  @Test(
    arguments: [
      ("", "a", 0, nil), ("abc", "c", 0, 2), ("abcabc", "a", 1, 3), ("abc", "a", 1, nil),
      ("abc", "c", 3, nil), ("abc", "c", 9, nil),
    ] as [(String, Unicode.Scalar, Int, Int?)])
  func theFirstByteIsFound(text: String, byte: Unicode.Scalar, start: Int, expected: Int?) {
    #expect(Bytes.first(UInt8(ascii: byte), in: Array(text.utf8).span, from: start) == expected)
  }

  @Test(arguments: [
    ("", "", 0), ("a", "a", 0), ("a", "b", -1), ("b", "a", 1), ("a", "ab", -1), ("ab", "a", 1),
    ("あ", "a", 1), ("", "a", -1),
  ])
  func bytesHaveAnOrder(a: String, b: String, expected: Int) {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    #expect(Bytes.order(a.span, b.span).signum() == expected)
    #expect(Bytes.areSame(a.span, b.span) == (expected == 0))
  }
}
