import Model
import Reading
import Testing

@Suite struct EncodingTests {
  /// 「①㈱髙 予算、ｱ」 and a line end, as each encoding writes it; the bytes are from the code charts.
  static let samples: [(encoding: String, bytes: [UInt8], text: String)] = [
    ("UTF-8", Array("①㈱髙 予算、ｱ\n".utf8), "①㈱髙 予算、ｱ"),
    ("UTF-8", [0xEF, 0xBB, 0xBF] + Array("①予算\n".utf8), "①予算"),
    (
      "CP932",
      [
        0x87, 0x40, 0x87, 0x8A, 0xFB, 0xFC, 0x20, 0x97, 0x5C, 0x8E, 0x5A, 0x81, 0x41, 0xB1, 0x0A,
      ], "①㈱髙 予算、ｱ"
    ),
    // 予算 is row 45 cell 29 and row 27 cell 27; の is row 4 cell 46.
    ("EUC-JP", [0xCD, 0xBD, 0xBB, 0xBB, 0xA4, 0xCE, 0xA4, 0xC8, 0x0A], "予算のと"),
    (
      "ISO-2022-JP",
      [0x1B, 0x24, 0x42, 0x4D, 0x3D, 0x3B, 0x3B, 0x2D, 0x21, 0x1B, 0x28, 0x42, 0x21, 0x0A],
      "予算①!"
    ),
    ("UTF-16LE", [0xFF, 0xFE, 0x88, 0x4E, 0x97, 0x7B, 0x0A, 0x00], "予算"),
    ("UTF-16BE", [0xFE, 0xFF, 0x4E, 0x88, 0x7B, 0x97, 0xD8, 0x40, 0xDC, 0x0B, 0x00, 0x0A], "予算𠀋"),
    // Without a mark: the line end has a zero byte.
    ("UTF-16LE", [0x88, 0x4E, 0x97, 0x7B, 0x0A, 0x00], "予算"),
    ("UTF-16BE", [0x4E, 0x88, 0x7B, 0x97, 0x00, 0x0A], "予算"),
    ("UTF-32LE", [0xFF, 0xFE, 0, 0, 0x88, 0x4E, 0, 0, 0x0A, 0, 0, 0], "予"),
    ("UTF-32BE", [0, 0, 0x4E, 0x88, 0, 0, 0, 0x0A], "予"),
  ]

  @Test(arguments: samples) func areFound(encoding: String, bytes: [UInt8], text: String) throws {
    let (document, findings) = try document(bytes)
    #expect(document.attributes.encoding == encoding)
    #expect(document.lines == [text])
    #expect(findings.isEmpty)
  }

  @Test func eucWithThreeByteCharacters() throws {
    // 丂 is row 16 cell 1 of JIS X 0212; ｱ is 0x8E 0xB1.
    let (document, _) = try document([0x8F, 0xB0, 0xA1, 0x8E, 0xB1, 0xA4, 0xCE]) {
      $0.encoding = .eucJP
    }
    #expect(document.lines == ["丂ｱの"])
  }

  @Test(
    arguments: [
      // An overlong form, a surrogate, what is past U+10FFFF, a character broken off.
      ([0x61, 0xC0, 0xAF, 0x62], "line 1, column 2, byte 1: C0 stands for nothing in UTF-8"),
      ([0x0D, 0x0A, 0xE4, 0xBA], "line 2, column 1, byte 2: E4 BA stands for nothing in UTF-8"),
      (
        [0x61, 0x0D, 0xE4, 0xBA, 0x88, 0xED, 0xA0, 0x80],
        "line 2, column 2, byte 5: ED stands for nothing in UTF-8"
      ),
    ] as [([UInt8], String)])
  func badBytesAreRefusedWithTheirPlace(bytes: [UInt8], reason: String) throws {
    let refusal = try refusal(bytes) { $0.encoding = .utf8 }
    #expect(refusal.code == .undecodable)
    #expect(refusal.reason.hasPrefix(reason), "\(refusal.reason)")
    #expect(refusal.attributes.encoding == "UTF-8")
  }

  @Test(
    arguments: [
      // A first byte without its second; a pair without a character; a byte that is never used.
      ([0x97, 0x5C, 0x81, 0x0A, 0x61], "line 1, column 2, byte 2: 81", "予\u{FFFD}\na"),
      ([0x81, 0xAD, 0x97, 0x5C], "line 1, column 1, byte 0: 81 AD", "\u{FFFD}予"),
      ([0x97, 0x5C, 0xFF, 0x97, 0x5C], "line 1, column 2, byte 2: FF", "予\u{FFFD}予"),
    ] as [([UInt8], String, String)])
  func badBytesOfCP932(bytes: [UInt8], reason: String, replaced: String) throws {
    let refusal = try refusal(bytes) { $0.encoding = .cp932 }
    #expect(refusal.reason.hasPrefix(reason), "\(refusal.reason)")
    let (document, findings) = try document(bytes) {
      $0.encoding = .cp932
      $0.decodingPolicy = .replace
    }
    #expect(document.lines.joined(separator: "\n") == replaced)
    #expect(findings.map(\.code) == [.encodingError])
  }

  @Test func halfWidthKatakanaAloneIsUncertain() throws {
    // ｱｲｳｴ in CP932; the same bytes are two kanji in EUC-JP.
    let (document, findings) = try document([0xB1, 0xB2, 0xB3, 0xB4])
    #expect(document.lines == ["ｱｲｳｴ"])
    #expect(findings.map(\.code) == [.encodingUncertain])
  }

  @Test func charactersLostEarlierAreFindings() throws {
    let (document, findings) = try document(Array("予\n算\u{FFFD}".utf8))
    #expect(document.lines == ["予", "算\u{FFFD}"])
    #expect(findings.map(\.code) == [.encodingError])
    #expect(findings.first?.severity == .warning)
    #expect(findings.first?.place?.description == "2:2-2")
  }

  @Test func userCharactersOfWindowsKeepTheirPlace() throws {
    let (document, _) = try document([0xF0, 0x40, 0xF9, 0xFC]) { $0.encoding = .cp932 }
    #expect(document.lines == ["\u{E000}\u{E757}"])
  }
}
