/// Moves all years of a text.
struct YearShift {
  let years: Int

  private static let eras: [(word: [Unicode.Scalar], base: Int)] = [
    ("令和", 2018), ("平成", 1988), ("R", 2018), ("Ｒ", 2018), ("H", 1988), ("Ｈ", 1988),
  ].map { (Array($0.0.unicodeScalars), $0.1) }
  private static let notYears = "件名社人品例回億万円%％号頁,，.．"

  /// The text with its years moved, in eras that hold them.
  func apply(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if let era = era(scalars, index) {
        out.append(contentsOf: era.text.unicodeScalars)
        index = era.end
      } else if let year = western(scalars, index) {
        out.append(contentsOf: String(year + years).unicodeScalars)
        index += 4
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return String(out)
  }

  private func western(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start + 4 <= text.count, start == 0 || !joins(text[start - 1]) else { return nil }
    let digits = text[start..<start + 4].compactMap { digit($0) }
    guard digits.count == 4 else { return nil }
    let year = digits.reduce(0) { $0 * 10 + $1 }
    guard (1990...2060).contains(year) else { return nil }
    guard start + 4 < text.count else { return year }
    let next = text[start + 4]
    return digit(next) != nil || Self.notYears.unicodeScalars.contains(next) ? nil : year
  }

  private func joins(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || ",.，．第-－".unicodeScalars.contains(scalar) || isLetter(scalar)
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && scalar.value < 0x250
      || (0xFF21...0xFF5A).contains(scalar.value)
  }

  private func era(_ text: [Unicode.Scalar], _ start: Int) -> (text: String, end: Int)? {
    for era in Self.eras {
      guard let end = matches(era.word, text, start) else { continue }
      let isLetter = era.word.count == 1
      if isLetter, start > 0,
        isLetter && self.isLetter(text[start - 1])
          || start > 0 && isLetter && digit(text[start - 1]) != nil
      {
        continue
      }
      var index = isLetter ? end : skipBlanks(text, end)
      var value = 0
      let first = index
      if index < text.count, text[index] == "元", !isLetter {
        value = 1
        index += 1
      } else {
        while index < text.count, index - first < 2, let digit = digit(text[index]) {
          value = value * 10 + digit
          index += 1
        }
      }
      guard value > 0,
        index == text.count || digit(text[index]) == nil && !self.isLetter(text[index])
      else { continue }
      let year = era.base + value + years
      let between = String(String.UnicodeScalarView(text[end..<first]))
      return (
        written(text[start..<end], year, wasHeisei: era.base == 1988) + between
          + number(year, era.base), index
      )
    }
    return nil
  }

  /// The era's name with the line ends that stood in it.
  private func written(_ word: ArraySlice<Unicode.Scalar>, _ year: Int, wasHeisei: Bool) -> String {
    let isNew = wasHeisei && year > 2019
    let map: [Unicode.Scalar: Unicode.Scalar] =
      isNew ? ["平": "令", "成": "和", "H": "R", "Ｈ": "Ｒ"] : [:]
    return String(String.UnicodeScalarView(word.map { map[$0] ?? $0 }))
  }

  private func number(_ year: Int, _ base: Int) -> String {
    String(base == 1988 && year <= 2019 ? year - 1988 : year - 2018)
  }

  private func matches(_ word: [Unicode.Scalar], _ text: [Unicode.Scalar], _ start: Int) -> Int? {
    var index = start
    for (position, scalar) in word.enumerated() {
      if position > 0 { index = skipBlanks(text, index) }
      guard index < text.count, text[index] == scalar else { return nil }
      index += 1
    }
    return index
  }

  private func skipBlanks(_ text: [Unicode.Scalar], _ index: Int) -> Int {
    var index = index
    while index < text.count, " 　\n⏎".unicodeScalars.contains(text[index]) { index += 1 }
    return index
  }
}

extension Specimen {
  /// Moves all years of the text and of its tables.
  mutating func changeYears(by years: Int) {
    let shift = YearShift(years: years)
    text = shift.apply(text)
    fiscalYear = fiscalYear.map { $0 + years }
    eachRow { _, row in
      for (column, value) in row {
        switch column {
        case "doc", "line", "comment", "note", "amount_yen", "unit_yen", "target_value",
          "latest_value":
          break
        case "fiscal_year", "target_year":
          row[column] = Int(value).map { String($0 + years) } ?? value
        case "start", "end", "date_start", "date_end":
          guard let year = Int(value.prefix(4)) else { break }
          row[column] = String(year + years) + value.dropFirst(4)
        case "by_year":
          row[column] = value.split(separator: ";").map { pair in
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let year = Int(parts[0]) else { return String(pair) }
            return "\(year + years)=\(parts[1])"
          }.joined(separator: ";")
        default: row[column] = shift.apply(value)
        }
      }
    }
  }
}
