import Model

/// Running text: line ends made one, what is no text refused.
extension Source {
  /// Of this many characters, one control character makes a file no text.
  private static var charactersPerControl: Int { 100 }

  /// Reads a running text.
  mutating func readText(_ bytes: [UInt8]) -> Document.Content {
    identify(as: .text)
    let body = TextBody(Source.joiningLineEnds(bytes))
    for offset in body.bytes.places(of: [0]) {
      let place = body.place(of: offset..<offset + 1)
      findings.add(
        .nulByte, at: place, subject: "text", "a zero byte stands in the text at \(place)")
    }
    return .text(body)
  }

  /// Makes LF, CR LF and CR one LF each.
  static func joiningLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D {
        joined.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        joined.append(byte)
      }
      previous = byte
    }
    return joined
  }

  /// Whether decoded bytes hold more control characters than any text does.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes {
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x1B: continue
      case 0..<0x20, 0x7F: controls += 1
      default: continue
      }
    }
    return controls > bytes.count / charactersPerControl + 1
  }

  /// Why a file that is no text and has no known signature is refused.
  mutating func binaryRefusal() -> Refusal {
    attributes.mediaType = "application/octet-stream"
    attributes.encoding = ""
    return Refusal(
      .unsupported, "the content is neither a text nor of a known kind",
      advice: "check the file, or set its encoding in the pipeline file")
  }
}
