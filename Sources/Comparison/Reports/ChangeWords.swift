import Model
import Publishing

extension ChangeClass {
  /// The class in Japanese.
  var japanese: String {
    switch self {
    case .moved: "移動"
    case .reworded: "表記"
    case .renamed: "改称"
    case .rounding: "端数"
    case .changed: "変更"
    case .slip: "桁・符号"
    case .added: "追加"
    case .removed: "消滅"
    }
  }
}

extension Cause {
  /// The cause in Japanese.
  var japanese: String {
    switch self {
    case .sourceChanged: "原典の変更"
    case .sourceAdded: "原典の追加"
    case .sourceGone: "原典の消滅"
    case .sourceRefused: "原典の読取拒否"
    case .rules: "規則・判断"
    case .program: "プログラム"
    case .rulesOrProgram: "規則・判断またはプログラム"
    case .unknown: "不明"
    }
  }
}

extension Value {
  /// The value as people read it.
  var shown: String {
    switch self {
    case .null: "∅"
    case .text(""): "“”"
    case .integer(let number): PeopleNumbers.number(number)
    default: field
    }
  }
}

extension CellChange {
  /// The difference for people: in yen, in units, in percent.
  var measures: String {
    guard let difference, kind != .moved else { return "" }
    var parts = ["Δ " + PeopleNumbers.number(difference, sign: true)]
    if let units { parts.append("\(PeopleNumbers.number(units, sign: true)) 単位") }
    if let basisPoints { parts.append(PeopleNumbers.percent(basisPoints)) }
    return parts.joined(separator: ", ")
  }
}

extension RowChange {
  /// What the row is about, as far as its columns say.
  func subject(_ changes: TableChanges) -> String {
    let (values, names) = new.isEmpty ? (old, changes.oldColumns) : (new, changes.newColumns)
    let telling = ["project", "programme", "scope", "name", "title", "path", "text", "message"]
    var parts: [String] = []
    for name in telling {
      guard let position = names.firstIndex(of: name), values[position] != .null else { continue }
      parts.append(values[position].field)
    }
    return parts.prefix(2).joined(separator: " / ")
  }

  /// Where the row stands or stood: the line of its source where it says so, or else its line in
  /// the file; `12 → 14`.
  func lines(_ changes: TableChanges) -> String {
    func line(_ values: [Value], _ names: [String], _ fileLine: Int?) -> String? {
      guard let fileLine else { return nil }
      guard let position = names.firstIndex(of: "line"), values[position] != .null else {
        return "\(fileLine)"
      }
      return values[position].field
    }
    let before = line(old, changes.oldColumns, oldLine)
    let after = line(new, changes.newColumns, newLine)
    guard let before, let after, before != after else { return after ?? before ?? "" }
    return "\(before) → \(after)"
  }
}
