import RawBytes
import Testing

@Suite struct ByteBufferTests {
  private static func text(_ make: (inout ByteBuffer) -> Void) -> String {
    // Room for one byte, so that every piece makes it grow.
    var buffer = ByteBuffer(capacity: 1)
    make(&buffer)
    let bytes = buffer.bytes
    return String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
  }

  @Test(arguments: [
    0, 7, 9, 10, 99, 100, 101, 999, 1000, 9999, 10_000, 99_999, 100_000, 12_345_678,
    999_999_999_999, 1_000_000_000_000, 9_223_372_036_854_775_807, -1, -10, -1_259,
    Int64.min,
  ])
  func writesNumbersAsSwiftDoes(_ number: Int64) {
    #expect(Self.text { $0.append(number: number) } == String(number))
  }

  @Test func putsPiecesOneAfterAnother() {
    let text = Self.text {
      $0.append("予算")
      $0.append(0x3A)
      $0.append(text: "326億円")
      $0.append(contentsOf: [0x20, 0x21].span)
      $0.append(pair: 5)
      $0.append(pair: 31)
    }
    #expect(text == "予算:326億円 !0531")
  }

  @Test func startsAnewWithoutWhatWasThere() {
    var buffer = ByteBuffer(capacity: 4)
    buffer.append("abcdef")
    buffer.removeAll()
    #expect(buffer.count == 0)
    buffer.append("g")
    #expect(buffer.count == 1 && buffer.bytes[0] == 0x67)
  }
}
