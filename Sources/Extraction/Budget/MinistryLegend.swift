/// The colour legend of a slide: ■文科省、■厚労省.
struct MinistryLegend {
  let layout: Layout
  private static let square: UInt32 = 0x25A0
  private static let endings: [Word] = ["省", "庁", "府", "府省", "官房", "室"]

  /// The ministries that the legend of a unit names, in its order.
  func ministries(of unit: Unit) -> [String] {
    for part in unit.parts {
      for line in part where layout.lines[line].role == .content {
        let found = legend(layout.lines[line].text)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private func legend(_ text: Range<Int>) -> [String] {
    guard layout.find("■", in: text) != nil else { return [] }
    var names: [String] = []
    for piece in layout.string(text).split(whereSeparator: { "、,■●・ ".contains($0) }) {
      let name = String(piece)
      if name.utf8.count <= 18, name.ends(with: MinistryLegend.endings), !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }
}
