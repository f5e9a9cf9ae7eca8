import Model

extension Indicator {
  /// Takes a quantity as the target.
  mutating func setTarget(_ target: Quantity) {
    targetRaw = "\(target.digits)\(target.unit)\(target.isAtLeast ? "以上" : "")"
    targetValue = target.value
    targetUnit = target.unit
    targetOp = target.unit == "倍" ? .multiple : target.isAtLeast ? .atLeast : .equal
  }

  /// Joins the indicator with those of the same project and name in other plans.
  mutating func giveSeries() {
    seriesID = StableKey.make(
      "s", [Indicator.seriesProject(project), ProgrammeName.key(parent), ProgrammeName.key(name)])
  }

  /// The project as the key of a series: one plan says Xプロジェクト where another says X.
  private static func seriesProject(_ project: String) -> String {
    let key = ProgrammeName.key(project)
    let ending = "プロジェクト"
    return key.hasSuffix(ending) ? String(key.dropLast(ending.count)) : key
  }
}

/// Makes folded bytes of a name over several lines into one text.
func joinedName(_ bytes: [UInt8]) -> String {
  var out: [UInt8] = []
  for byte in bytes {
    if byte == 0x0A || byte == 0x0C {
      while let last = out.last, Layout.isBlank(last) { out.removeLast() }
    } else if !(out.isEmpty && Layout.isBlank(byte)) {
      out.append(byte)
    }
  }
  return String(decoding: out, as: UTF8.self).trimmingBlanks
}
