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
    let tries = candidates.map { Delimiting(bytes, delimiter: $0, quote: quote) }
    var best = tries[0]
    for other in tries.dropFirst() where other.isBetter(than: best) { best = other }
    return best
  }

  init(_ bytes: [UInt8], delimiter: UInt8, quote: UInt8) {
    let widths = Delimiting.widths(bytes, delimiter: delimiter, quote: quote)
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

  /// The numbers of fields of the records that are not blank.
  private static func widths(_ bytes: [UInt8], delimiter: UInt8, quote: UInt8) -> [Int] {
    var widths: [Int] = []
    var fields = 1
    var length = 0
    var isQuoted = false
    let end = min(bytes.count, sampleLength)
    for byte in bytes[..<end] {
      if byte == quote {
        isQuoted.toggle()
        length += 1
      } else if isQuoted {
        continue
      } else if byte == 0x0A || byte == 0x0D {
        if length > 0 { widths.append(fields) }
        fields = 1
        length = 0
      } else {
        if byte == delimiter { fields += 1 }
        length += 1
      }
    }
    // A record that the sample cuts off says nothing, unless it is the only one.
    if length > 0, end == bytes.count || widths.isEmpty { widths.append(fields) }
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
