import JapaneseText

/// Changes of words, bullets and lines.
extension Specimen {
  /// Changes the bullets at the start of lines and items.
  mutating func changeBullets(_ map: [Character: Character]) {
    lines = lines.map { String($0.map { map[$0] ?? $0 }) }
  }

  /// Puts lines in after every so many lines, but not inside what a table quotes.
  mutating func insertLines(every count: Int, _ inserted: (Int) -> [String]) {
    var isKept = Set<Int>()
    for rows in tables.values {
      for row in rows {
        guard let line = row["line"].flatMap({ Int($0) }) else { continue }
        let breaks = (row["raw"] ?? row["text"] ?? "").count { $0 == "⏎" }
        isKept.formUnion(line..<line + breaks)
      }
    }
    var out: [String] = []
    var moved: [Int: Int] = [:]
    var since = 0
    var page = 1
    for (index, line) in lines.enumerated() {
      moved[index + 1] = out.count + 1
      out.append(line)
      since += 1
      // Three blank lines in a row would be a page break.
      let isBesideBlanks =
        lines[max(0, index - 1)...index].allSatisfy(\.isBlank)
        || lines[(index + 1)...].prefix(2).allSatisfy(\.isBlank)
        || line.isBlank && lines[(index + 1)...].prefix(1).allSatisfy(\.isBlank)
      guard since >= count, !isKept.contains(index + 1), !isBesideBlanks else { continue }
      out += inserted(page)
      page += 1
      since = 0
    }
    lines = out
    eachRow { _, row in
      if let line = row["line"].flatMap({ Int($0) }) {
        row["line"] = moved[line].map { String($0) }
      }
    }
  }

  private static let words = Dictionary(
    zip("医療薬創難病克脳疾患感染症臨床細胞免疫遺伝健康再", "鉱路船耕湿峡防港堤塔航橋岸浜畑鉄骨軌索砂礫漁礁再")
  ) { first, _ in first }

  /// Puts other words into all names: every name of a programme becomes one nobody has heard of.
  mutating func changeWords() {
    text = Specimen.otherWords(text)
    eachRow { _, row in
      for (column, value) in row where column != "doc" { row[column] = Specimen.otherWords(value) }
    }
  }

  private static func otherWords(_ text: String) -> String {
    String(text.map { words[$0] ?? $0 })
  }

  private static let endings = ["プロジェクト", "プログラム", "イニシアティブ", "補助金", "交付金", "事業"]
  private static let places = ["湾岸", "高原", "丘陵", "離島", "盆地", "半島", "渓谷", "砂州", "干潟", "火山"]
  private static let works = ["測量", "舗装", "植栽", "改修", "観測", "育成", "輸送", "灌漑", "備蓄"]

  /// Gives every project and programme that is named on one line a name of another length.
  mutating func changeNames() {
    var names: Set<String> = []
    for row in tables["budget_lines", default: []] + tables["indicators", default: []] {
      for column in ["project", "programme"] {
        for name in row[column, default: ""].split(separator: " / ") where name.count >= 6 {
          names.insert(String(name))
        }
      }
    }
    let all = names.sorted { ($1.count, $0) < ($0.count, $1) }
    for (index, name) in all.enumerated() {
      guard let ending = Specimen.endings.first(where: { name.hasSuffix($0) }),
        name != ending
      else { continue }
      let place = Specimen.places[index % Specimen.places.count]
      let work = Specimen.works[index / Specimen.places.count % Specimen.works.count]
      // Another name must not be found in what has been put in.
      let new = "¶\(place)¶\(work)¶推進¶" + ending
      guard let renamed = text.replacingOverLines(name, with: new) else { continue }
      text = renamed
      eachRow { _, row in
        for (column, value) in row where column != "doc" {
          row[column] = value.replacing(name, with: new)
        }
      }
    }
    text = text.replacing("¶", with: "")
    eachRow { _, row in
      for (column, value) in row where column != "doc" {
        row[column] = value.replacing("¶", with: "")
      }
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text with a name replaced wherever it stands, also in other widths and over line ends,
  /// which then stand in the new name; nothing where it stands nowhere.
  fileprivate func replacingOverLines(_ name: String, with new: String) -> String? {
    let text = Array(unicodeScalars)
    let wanted = name.unicodeScalars.map(\.narrow).filter { !$0.properties.isWhitespace }
    let letters = Array(new.unicodeScalars)
    guard let first = wanted.first else { return nil }
    var out = String.UnicodeScalarView()
    var isFound = false
    var index = 0
    while index < text.count {
      guard text[index].narrow == first, let breaks = breaks(text, index, wanted) else {
        out.append(text[index])
        index += 1
        continue
      }
      isFound = true
      var written = 0
      for (position, blank) in breaks.places {
        let next = position * letters.count / wanted.count
        out.append(contentsOf: letters[written..<next])
        out.append(contentsOf: blank)
        written = next
      }
      out.append(contentsOf: letters[written...])
      index = breaks.end
    }
    return isFound ? String(out) : nil
  }

  /// The line ends inside a name that starts at an index: how many letters stand before each.
  private func breaks(
    _ text: [Unicode.Scalar], _ start: Int, _ name: [Unicode.Scalar]
  ) -> (places: [(Int, ArraySlice<Unicode.Scalar>)], end: Int)? {
    var places: [(Int, ArraySlice<Unicode.Scalar>)] = []
    var index = start
    for (position, scalar) in name.enumerated() {
      let first = index
      while index < text.count, position > 0, text[index].properties.isWhitespace { index += 1 }
      if text[first..<index].contains("\n") { places.append((position, text[first..<index])) }
      guard index < text.count, text[index].narrow == scalar else { return nil }
      index += 1
    }
    return (places, index)
  }
}

extension Unicode.Scalar {
  /// A Latin letter, digit or mark in half width.
  fileprivate var narrow: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }
}
