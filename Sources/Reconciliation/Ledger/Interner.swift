/// Small numbers for texts, so that the rules compare and hash numbers instead.
struct Interner {
  private var numbers: [String: Int32] = [:]
  private(set) var texts: [String] = []

  /// The number of a text, a new one where it is new.
  mutating func number(of text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let number = Int32(truncatingIfNeeded: texts.count)
    numbers[text] = number
    texts.append(text)
    return number
  }

  /// The number of a text, where it has one.
  func knownNumber(of text: String) -> Int32? { numbers[text] }

  /// The text of a number.
  func text(_ number: Int32) -> String { texts[Int(number)] }
}
