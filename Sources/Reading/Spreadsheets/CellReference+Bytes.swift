import Model

/// Cell references as files write them.
extension CellReference {
  /// Reads `C12` or `$C$12`; anything else is nothing.
  init?(bytes: Swift.Span<UInt8>) {
    var column = 0
    var row = 0
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 1_000_000:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0 && column < 1_000_000:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row < 1_000_000_000:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "$"): continue
      default: return nil
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }
}

extension MergedArea {
  /// Reads `A1:B2`, or `A1` alone; anything else is nothing.
  init?(bytes: Swift.Span<UInt8>) {
    let colon = bytes.indices.first { bytes[$0] == UInt8(ascii: ":") } ?? bytes.count
    guard let first = CellReference(bytes: bytes.extracting(..<colon)) else { return nil }
    let rest = colon < bytes.count ? CellReference(bytes: bytes.extracting((colon + 1)...)) : first
    guard let last = rest, first.row <= last.row, first.column <= last.column else { return nil }
    self.init(first: first, last: last)
  }
}

extension Swift.Span<UInt8> {
  /// The bytes as an array.
  var copy: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in indices { bytes.append(self[index]) }
    return bytes
  }

  /// Appends the bytes to others.
  func append(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: count) { room in
      for index in indices { room.append(self[index]) }
    }
  }

  /// The bytes as a text.
  var string: String { String(decoding: copy, as: UTF8.self) }

  /// The whole number that the bytes write, without signs; anything else is nothing.
  var number: Int? {
    guard count > 0, count <= 18 else { return nil }
    var value = 0
    for index in indices {
      guard (0x30...0x39).contains(self[index]) else { return nil }
      value = value * 10 + Int(self[index] - 0x30)
    }
    return value
  }

  /// Whether the bytes are those of a text.
  func equals(_ text: String) -> Bool {
    guard count == text.utf8.count else { return false }
    var index = 0
    for byte in text.utf8 {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// The truth value that XML writes as `1` or `true`.
  var isTrue: Bool { equals("1") || equals("true") }
}
