/// How the fields of a delimited text are told apart, as far as its first records show.
struct Delimiting: Equatable {
  /// The bytes tried, the likelier first.
  static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"),
  ]
  /// How much of a text is looked at.
  static let sampleLength = 1 << 17

  let delimiter: UInt8
  /// The number of fields that most records have.
  let width: Int
  /// The records looked at, without blank ones.
  let records: Int
  /// How many of them have that number of fields.
  let regular: Int
  /// How many of them have more than one field.
  let cut: Int

  /// The delimiter that cuts a text into the most regular table; a comma if none cuts it at all.
  static func find(in bytes: [UInt8], quote: UInt8) -> Delimiting {
    let tries = zip(candidates, widths(bytes, delimiters: candidates, quote: quote)).map {
      Delimiting(delimiter: $0, widths: $1)
    }
    var best = tries[0]
    for other in tries.dropFirst() where other.isBetter(than: best) { best = other }
    return best
  }

  init(_ bytes: [UInt8], delimiter: UInt8, quote: UInt8) {
    let widths = Delimiting.widths(bytes, delimiters: [delimiter], quote: quote)
    self.init(delimiter: delimiter, widths: widths[0])
  }

  private init(delimiter: UInt8, widths: [Int]) {
    var counts: [Int: Int] = [:]
    for width in widths { counts[width, default: 0] += 1 }
    self.delimiter = delimiter
    self.records = widths.count
    self.cut = widths.count { $0 > 1 }
    self.regular = counts.values.max() ?? 0
    // Of two that are equally frequent the one that comes first, as headers do.
    let regular = self.regular
    self.width = widths.first { counts[$0] == regular } ?? 1
  }

  private func isBetter(than other: Delimiting) -> Bool {
    if (width >= 2) != (other.width >= 2) { return width >= 2 }
    if width < 2 { return cut > other.cut }
    // Shares compared without division; a wider table wins only where it is as regular.
    let share = regular * other.records
    let otherShare = other.regular * records
    return share > otherShare || (share == otherShare && width > other.width)
  }

  /// For each delimiter the numbers of fields of the records that are not blank.
  private static func widths(_ bytes: [UInt8], delimiters: [UInt8], quote: UInt8) -> [[Int]] {
    var widths = [[Int]](repeating: [], count: delimiters.count)
    var fields = [Int](repeating: 1, count: delimiters.count)
    var isBlank = true
    var isQuoted = false
    let end = min(bytes.count, sampleLength)
    func endRecord() {
      if isBlank { return }
      for index in fields.indices { widths[index].append(fields[index]) }
    }
    for byte in bytes[..<end] {
      if byte == quote {
        isQuoted.toggle()
        isBlank = false
      } else if isQuoted {
        continue
      } else if byte == 0x0A || byte == 0x0D {
        endRecord()
        for index in fields.indices { fields[index] = 1 }
        isBlank = true
      } else {
        isBlank = false
        // No delimiter is tried that is not of ASCII, and most bytes of Japanese text are not.
        guard byte < 0x80, let index = delimiters.firstIndex(of: byte) else { continue }
        fields[index] += 1
      }
    }
    // A record that the sample cuts off says nothing, unless it is the only one.
    if end == bytes.count || widths[0].isEmpty { endRecord() }
    return widths
  }
}

extension Delimiting {
  /// Whether a text without a name is a table by its looks: many columns, all records alike.
  var isConvincing: Bool {
    let minimum = delimiter == UInt8(ascii: "\t") ? 2 : 3
    return width >= minimum && records >= 3 && regular * 20 >= records * 19
  }
}
