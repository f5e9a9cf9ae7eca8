public import RawBytes

/// Fields as CSV writes them: in quotes only where they need them.
extension ByteBuffer {
  /// What stands between two fields.
  public static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  /// Appends a field.
  public mutating func append(field: Swift.Span<UInt8>) {
    for index in field.indices {
      switch field[index] {
      case ByteBuffer.comma, ByteBuffer.quote, 0x0A, 0x0D: return append(quoting: field)
      default: continue
      }
    }
    append(contentsOf: field)
  }

  private mutating func append(quoting field: Swift.Span<UInt8>) {
    append(ByteBuffer.quote)
    for index in field.indices {
      if field[index] == ByteBuffer.quote { append(ByteBuffer.quote) }
      append(field[index])
    }
    append(ByteBuffer.quote)
  }
}
