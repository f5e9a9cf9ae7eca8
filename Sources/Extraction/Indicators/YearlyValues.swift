/// The values of single years in brackets: （45/36/47）.
enum YearlyValues {
  /// The values in the first bracket that holds numbers between slashes.
  static func find(_ bytes: [UInt8]) -> (values: [String], range: Range<Int>)? {
    for offset in bytes.indices where bytes[offset] == 0x28 {
      if let found = read(bytes, at: offset) { return found }
    }
    return nil
  }

  private static func read(
    _ bytes: [UInt8], at open: Int
  ) -> (values: [String], range: Range<Int>)? {
    var values: [String] = []
    var offset = open + 1
    while true {
      offset = QuantityReader.skipBlanks(bytes, offset)
      guard let number = QuantityReader.number(bytes, at: offset) else { return nil }
      values.append(number.digits)
      offset = QuantityReader.skipBlanks(bytes, number.end)
      guard offset < bytes.count else { return nil }
      if bytes[offset] == 0x29, values.count >= 2 { return (values, open..<offset + 1) }
      guard bytes[offset] == 0x2F else { return nil }
      offset += 1
    }
  }
}
