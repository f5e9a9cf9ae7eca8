import JapaneseText
import Model

/// How many of the expected rows of a table were found, and how many of their columns are right.
struct Score {
  typealias Row = [String: String]

  /// The good and all cases of each figure.
  private(set) var figures: [String: (good: Int, all: Int)] = [:]
  /// What went wrong, for people.
  private(set) var misses: [String] = []

  /// Nothing scored yet.
  init() {}

  /// Scores the rows of a table, found and expected in the same text.
  init(table: String, expected: [Row], found: [Row], text name: String) {
    let pairs: [(Row, Row)]
    switch table {
    case "indicators": pairs = pairByName(expected, found, name, near: 3)
    case "instruments": pairs = pairByName(expected, found, name, near: 3)
    default: pairs = pairByPlace(table, expected, found, name)
    }
    for (column, least) in Self.columns[table, default: []] {
      for (row, own) in pairs {
        if table == "instruments", column == "number", row["number"] == "" { continue }
        if column == "project", row["project", default: ""].isEmpty { continue }
        if table == "dates", Self.isOptional(row) || row["start"] == "" { continue }
        let isRight = same(row[column, default: ""], own[column, default: ""], least)
        count(column, isRight)
        if !isRight {
          miss(name, row, "\(column): \(row[column, default: ""]) ≠ \(own[column, default: ""])")
        }
      }
    }
    if table == "budget_lines" { scoreLinks(pairs, name) }
  }

  /// Columns with how alike texts must be to count as the same: 0 for values, -1 for lists.
  private static let columns: [String: [(String, Int)]] = [
    "budget_lines": [
      ("unit_yen", 0), ("fiscal_year", 0), ("budget_kind", 0), ("supp_no", 0), ("level", 0),
      ("reprise", 0), ("inner", 0), ("inhouse", 0), ("project", 80),
    ],
    "indicators": [
      ("target_value", 0), ("target_unit", 0), ("target_op", 0), ("target_year", 0),
      ("target_basis", 0), ("latest_value", 0), ("by_year", 0), ("grade", 0), ("kind", 0),
      ("project", 60),
    ],
    "measures": [("ministries", -1), ("lead", -1), ("title", 85), ("section", 100)],
    "instruments": [("kind", 0), ("date_start", 0), ("date_end", 0), ("number", -1)],
    "dates": [("kind", 0), ("start", 0), ("end", 0)],
    "amounts": [("unit_yen", 0)],
  ]

  /// Adds the cases of another text.
  mutating func add(_ other: Score) {
    figures.merge(other.figures) { ($0.good + $1.good, $0.all + $1.all) }
    misses += other.misses
  }

  /// The share of a figure that is right, in thousandths.
  func perMille(_ figure: String) -> Int {
    guard let cases = figures[figure], cases.all > 0 else { return 1000 }
    return cases.good * 1000 / cases.all
  }

  // MARK: Pairs

  private mutating func pairByPlace(
    _ table: String, _ expected: [Row], _ found: [Row], _ name: String
  ) -> [(Row, Row)] {
    var options: [(gap: Int, likeness: Int, row: Int, found: Int)] = []
    let keys = found.map { Self.key(table, $0) }
    for (index, row) in expected.enumerated() {
      let key = Self.key(table, row)
      for (other, own) in found.enumerated() where keys[other] == key {
        let gap = abs(Self.line(row) - Self.line(own))
        guard gap <= (table == "measures" ? 2 : 1) else { continue }
        let column = table == "budget_lines" ? "programme" : table == "measures" ? "title" : "text"
        options.append(
          (gap, alike(row[column, default: ""], own[column, default: ""]), index, other))
      }
    }
    options.sort {
      ($0.gap, -$0.likeness, $0.row, $0.found) < ($1.gap, -$1.likeness, $1.row, $1.found)
    }
    var pairs: [Int: Int] = [:]
    var used: Set<Int> = []
    for option in options where pairs[option.row] == nil && !used.contains(option.found) {
      pairs[option.row] = option.found
      used.insert(option.found)
    }
    return finish(expected, found, pairs, name)
  }

  private mutating func pairByName(
    _ expected: [Row], _ found: [Row], _ name: String, near: Int
  ) -> [(Row, Row)] {
    var pairs: [Int: Int] = [:]
    var used: Set<Int> = []
    let order = expected.indices.sorted {
      (-expected[$0]["name", default: ""].count, $0) < (
        -expected[$1]["name", default: ""].count, $1
      )
    }
    for index in order {
      let row = expected[index]
      let choices = found.indices.filter {
        !used.contains($0) && abs(Self.line(found[$0]) - Self.line(row)) <= near
          && found[$0]["parent", default: ""].isEmpty == row["parent", default: ""].isEmpty
      }
      let ranked = choices.map {
        ($0, alike(row["name", default: ""], found[$0]["name", default: ""]))
      }
      guard let best = ranked.max(by: { $0.1 < $1.1 }), best.1 >= 70 else { continue }
      pairs[index] = best.0
      used.insert(best.0)
    }
    return finish(expected, found, pairs, name)
  }

  private mutating func finish(
    _ expected: [Row], _ found: [Row], _ pairs: [Int: Int], _ name: String
  ) -> [(Row, Row)] {
    let used = Set(pairs.values)
    for index in expected.indices where !Self.isOptional(expected[index]) {
      count("recall", pairs[index] != nil)
      if pairs[index] == nil { miss(name, expected[index], "not found") }
    }
    for index in found.indices {
      count("precision", used.contains(index))
      if !used.contains(index) { miss(name, found[index], "not expected") }
    }
    return expected.indices.compactMap { index in
      pairs[index].map { (expected[index], found[$0]) }
    }
  }

  private static func key(_ table: String, _ row: Row) -> String {
    switch table {
    case "budget_lines": row["amount_yen", default: ""] + "/" + row["is_prior_year", default: ""]
    case "amounts": row["amount_yen", default: ""]
    case "dates": plain(row["text", default: ""])
    default: ""
    }
  }

  private static func isOptional(_ row: Row) -> Bool {
    let note = row["note", default: ""]
    return note.hasPrefix("optional") || note.contains("ambiguous")
  }

  private static func line(_ row: Row) -> Int { Int(row["line", default: ""]) ?? -9 }

  // MARK: Links

  private mutating func scoreLinks(_ pairs: [(Row, Row)], _ name: String) {
    for (row, own) in pairs {
      let isClear = row["link"] != "ambiguous"
      let isRight =
        isClear && sameProgrammes(row["programme", default: ""], own["programme", default: ""])
      let said =
        "\(row["programme", default: ""]) ≠ \(own["link", default: ""]) \(own["programme", default: ""])"
      if isClear {
        count("programme", isRight)
        if !isRight { miss(name, row, said) }
      }
      if own["link"] == "certain" {
        count("certain_is_right", isRight)
        if !isRight { miss(name, row, "wrongly certain: " + said) }
      }
      if row["link"] == "certain" { count("certain_is_said", own["link"] == "certain") }
    }
  }

  private func sameProgrammes(_ a: String, _ b: String) -> Bool {
    let first = a.split(separator: " / ").map(String.init)
    let second = b.split(separator: " / ").map(String.init)
    return first.count == second.count
      && first.allSatisfy { one in second.contains { alike(one, $0) >= 85 } }
  }

  // MARK: Comparing

  private func same(_ a: String, _ b: String, _ least: Int) -> Bool {
    if least < 0 { return list(a) == list(b) }
    if least > 0 { return alike(a, b) >= least }
    if a == b { return true }
    if let first = Decimal(a), let second = Decimal(b) {
      return short(first.digits) == short(second.digits)
    }
    return !a.isEmpty && !b.isEmpty && plain(a) == plain(b)
  }

  /// A number without zeros at the end of its decimals.
  private func short(_ digits: String) -> Substring {
    var digits = Substring(digits)
    guard digits.contains(".") else { return digits }
    while digits.hasSuffix("0") { digits.removeLast() }
    return digits.hasSuffix(".") ? digits.dropLast() : digits
  }

  private func list(_ text: String) -> Set<String> {
    Set(text.split(separator: ";").map { plain(String($0)) })
  }

  private mutating func count(_ figure: String, _ isGood: Bool) {
    let old = figures[figure] ?? (0, 0)
    figures[figure] = (old.good + (isGood ? 1 : 0), old.all + 1)
  }

  private mutating func miss(_ name: String, _ row: Row, _ what: String) {
    let text = row["raw"] ?? row["text"] ?? row["name"] ?? row["title"] ?? ""
    misses.append("\(name):\(row["line", default: ""]) \(text.prefix(40)): \(what)")
  }
}

/// A text without width, blanks and the marks that layout adds or loses.
private func plain(_ text: String) -> String {
  let marks = Set("⏎・,，、。.:;-‐−–—ー～~「」『』()[]<>≪≫《》/※*|".unicodeScalars)
  var out = String.UnicodeScalarView()
  for scalar in fold(text).unicodeScalars
  where !marks.contains(scalar) && !scalar.properties.isWhitespace {
    // ①: the number in the circle.
    if (0x2460...0x2473).contains(scalar.value) {
      out.append(contentsOf: String(scalar.value - 0x245F).unicodeScalars)
    } else {
      out.append(scalar)
    }
  }
  return String(out).lowercased()
}

/// How many hundredths of their pairs of letters two texts have in common.
private func alike(_ a: String, _ b: String) -> Int {
  let first = plain(a)
  let second = plain(b)
  if first == second { return 100 }
  let one = pairs(first)
  let two = pairs(second)
  guard !one.isEmpty, !two.isEmpty else { return 0 }
  return 200 * one.intersection(two).count / (one.count + two.count)
}

private func pairs(_ text: String) -> Set<UInt64> {
  let scalars = text.unicodeScalars.map { UInt64($0.value) }
  return Set(zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 })
}
