/// Takes the code of a number format apart.
///
/// The grammar is that of ECMA-376 part 1, 18.8.31; only the section for positive numbers counts.
struct NumberFormatReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private(set) var parts: [NumberFormat.Part] = []
  private(set) var usesFirstYearName = false
  private(set) var isJapanese = false

  init(_ code: String) {
    scalars = Array(code.unicodeScalars)
  }

  mutating func read() {
    // The name of the plain format holds letters that mean something elsewhere.
    for name in ["general", "g/標準"] where matches(name) { return parts.append(.placeholder) }
    while position < scalars.count, scalars[position] != ";" { readPart() }
    tellMinutesFromMonths()
  }

  private mutating func readPart() {
    let scalar = scalars[position]
    switch scalar {
    case "\"": readQuoted()
    case "\\", "!":
      if position + 1 < scalars.count { append(scalars[position + 1]) }
      position += 2
    case "_", "*": position += 2
    case "[": readBracket()
    case "0", "#", "?", "@":
      parts.append(.placeholder)
      position += 1
    case ".": readPoint()
    case "a", "A": readA()
    case "E" where isNumberExponent, "e" where isNumberExponent:
      parts.append(.placeholder)
      position += 2
    case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "g", "G", "e", "E": readLetters()
    default:
      readHalfDayNames()
    }
  }

  private var isNumberExponent: Bool {
    position + 1 < scalars.count && (scalars[position + 1] == "+" || scalars[position + 1] == "-")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if case .literal(let text)? = parts.last {
      parts[parts.count - 1] = .literal(text + String(scalar))
    } else {
      parts.append(.literal(String(scalar)))
    }
  }

  private mutating func readQuoted() {
    position += 1
    while position < scalars.count, scalars[position] != "\"" {
      append(scalars[position])
      position += 1
    }
    position += 1
  }

  /// A colour, a condition, a language, or a number of hours that may pass 24.
  private mutating func readBracket() {
    var text = ""
    position += 1
    while position < scalars.count, scalars[position] != "]" {
      text.unicodeScalars.append(scalars[position])
      position += 1
    }
    position += 1
    let lower = text.lowercased()
    if lower.hasPrefix("$") { return readLanguage(lower) }
    guard let first = lower.first, lower.allSatisfy({ $0 == first }) else { return }
    switch first {
    case "h": parts.append(.elapsed(.hours, lower.count))
    case "m": parts.append(.elapsed(.minutes, lower.count))
    case "s": parts.append(.elapsed(.seconds, lower.count))
    default: return
    }
  }

  /// `$¥-411`: what stands before the dash is shown, what follows names the language.
  private mutating func readLanguage(_ text: String) {
    let pieces = text.dropFirst().split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    for scalar in pieces[0].unicodeScalars { append(scalar) }
    guard pieces.count == 2 else { return }
    let language = pieces[1]
    if language.hasSuffix("411") || language.hasPrefix("ja") { isJapanese = true }
    if language.hasSuffix("gannen") { usesFirstYearName = true }
    // The long date and the time of the system; what follows is for other languages.
    if language == "f800" || language == "f400" {
      let system = language == "f800" ? "yyyy\"年\"m\"月\"d\"日\"" : "h:mm:ss"
      var reader = NumberFormatReader(system)
      reader.read()
      parts += reader.parts
      position = scalars.count
    }
  }

  /// A point before zeros belongs to seconds, where it follows them.
  private mutating func readPoint() {
    var zeros = 0
    while position + 1 + zeros < scalars.count, scalars[position + 1 + zeros] == "0" { zeros += 1 }
    if zeros > 0, isSecond(parts.last) {
      parts.append(.fraction(zeros))
      position += 1 + zeros
    } else {
      append(".")
      position += 1
    }
  }

  private mutating func readA() {
    for (code, morning, afternoon) in [("am/pm", "AM", "PM"), ("a/p", "A", "P")]
    where matches(code) {
      parts.append(.halfDay(morning: morning, afternoon: afternoon))
      position += code.unicodeScalars.count
      return
    }
    let count = run()
    parts.append(.weekday(count))
    position += count
  }

  private mutating func readHalfDayNames() {
    for code in ["上午/下午", "午前/午後"] where matches(code) {
      parts.append(.halfDay(morning: "午前", afternoon: "午後"))
      position += code.unicodeScalars.count
      return
    }
    append(scalars[position])
    position += 1
  }

  private mutating func readLetters() {
    let count = run()
    let part: NumberFormat.Part =
      switch scalars[position] {
      case "y", "Y": .year(count)
      case "m", "M": .month(count)
      case "d", "D": .day(count)
      case "h", "H": .hour(count)
      case "s", "S": .second(count)
      case "g", "G": .era(count)
      default: .eraYear(count)
      }
    parts.append(part)
    position += count
  }

  /// How often the letter here is repeated, in either case.
  private func run() -> Int {
    let letter = scalars[position].properties.lowercaseMapping
    var end = position
    while end < scalars.count, scalars[end].properties.lowercaseMapping == letter { end += 1 }
    return end - position
  }

  private func matches(_ lowercase: String) -> Bool {
    var index = position
    for scalar in lowercase.unicodeScalars {
      guard index < scalars.count,
        scalars[index].properties.lowercaseMapping.unicodeScalars.first == scalar
      else { return false }
      index += 1
    }
    return true
  }

  private func isSecond(_ part: NumberFormat.Part?) -> Bool {
    switch part {
    case .second, .elapsed(.seconds, _): true
    default: false
    }
  }

  /// `m` after hours or before seconds means minutes.
  private mutating func tellMinutesFromMonths() {
    var previous: NumberFormat.Part?
    for index in parts.indices {
      if case .literal = parts[index] { continue }
      if case .month(let count) = parts[index], count <= 2 {
        let next = parts[(index + 1)...].first {
          if case .literal = $0 { false } else { true }
        }
        if isHour(previous) || isSecond(next) { parts[index] = .minute(count) }
      }
      previous = parts[index]
    }
  }

  private func isHour(_ part: NumberFormat.Part?) -> Bool {
    switch part {
    case .hour, .elapsed(.hours, _): true
    default: false
    }
  }
}
