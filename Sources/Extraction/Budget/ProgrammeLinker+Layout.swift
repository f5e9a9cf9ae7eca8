import Model

/// What the layout alone says.
extension ProgrammeLinker {
  /// Text before a figure on its line counts as the end of a description from this length.
  private static let fewestBytesOfDescription = 30

  /// Figures whose own words name the programme.
  mutating func linkNamed() {
    for index in amounts.indices where links[index] == nil && !amounts[index].named.isEmpty {
      links[index] = ProgrammeLink(
        names: [amounts[index].named], method: LinkMethod.named,
        project: amounts[index].namedProject)
    }
  }

  /// Figures on the line of a programme's name, or on the last line of its description.
  mutating func linkInline(_ unit: Int) {
    let order = slots(of: unit)
    for slot in order where slots[slot].amount == nil {
      if let amount = sameLine(slot, order) {
        let isSure = isAloneOnLine(slot, amount) && isPlainEnd(amount, of: slot)
        assign(amount, slot, isSure ? .certain : .inferred, LinkMethod.sameLine)
      } else if let amount = block(of: slot, in: order).first, links[amount] == nil,
        slots[slot].isStrong, endsDescription(amount)
      {
        assign(
          amount, slot, isPlainEnd(amount, of: slot) ? .certain : .inferred, LinkMethod.description)
      }
    }
    for slot in order where slots[slot].amount == nil {
      guard let amount = before(slot), links[amount] == nil else { continue }
      let isSure = isSettledAbove(slot, amount, order) && block(of: slot, in: order).isEmpty
      assign(amount, slot, isSure ? .certain : .inferred, LinkMethod.sameLine)
    }
  }

  /// Whether a line names one programme and prints one figure of one: with two of either, the order
  /// of the line is all that ties them.
  private func isAloneOnLine(_ slot: Int, _ amount: Int) -> Bool {
    let line = layout.line(at: amounts[amount].range.lowerBound)
    let isNamedTwice = [slot - 1, slot + 1].contains {
      slots.indices.contains($0) && layout.line(at: slots[$0].start) == line
    }
    let hasTwoFigures = [amount - 1, amount + 1].contains {
      amounts.indices.contains($0) && amounts[$0].role == .programme
        && layout.line(at: amounts[$0].range.lowerBound) == line
    }
    return !isNamedTwice && !hasTwoFigures
  }

  /// Words before a figure that say it is of something else.
  private static let asides: [Word] = ["参考", "関連", "別に", "別途", "うち"]

  /// Whether a figure ends a description without anything before it that makes it another's: a
  /// bracket in a sentence, words that set it apart.
  private func isPlainEnd(_ amount: Int, of slot: Int) -> Bool {
    let start = amounts[amount].range.lowerBound
    let line = layout.lines[layout.line(at: start)].text.lowerBound
    let words = max(line, min(slots[slot].nameEnd, start))..<start
    let open = layout.skipBlanksBack(start, limit: words.lowerBound) - 1
    let isInSentence =
      open > words.lowerBound && layout.bytes[open] == 0x28
      && layout.skipBlanksBack(open, limit: words.lowerBound) > words.lowerBound
    return !isInSentence && !layout.contains(ProgrammeLinker.asides, in: words)
  }

  /// Whether the item above one has a figure besides one that stands between them.
  private func isSettledAbove(_ slot: Int, _ amount: Int, _ order: [Int]) -> Bool {
    guard let position = order.firstIndex(of: slot), position > 0 else { return true }
    let above = order[position - 1]
    return slots[above].amount != nil || block(of: above, in: order).contains { $0 != amount }
  }

  private func sameLine(_ slot: Int, _ order: [Int]) -> Int? {
    guard let amount = block(of: slot, in: order).first, links[amount] == nil,
      layout.line(at: slots[slot].nameEnd - 1) == layout.line(at: amounts[amount].range.lowerBound)
    else { return nil }
    return amount
  }

  private func endsDescription(_ amount: Int) -> Bool {
    let start = amounts[amount].range.lowerBound
    let line = layout.lines[layout.line(at: start)].text
    guard start - line.lowerBound >= ProgrammeLinker.fewestBytesOfDescription else { return false }
    return !amounts.contains {
      $0.range.lowerBound >= line.lowerBound && $0.range.upperBound <= start
    }
  }

  /// A figure that stands alone on the line before a bullet: 66.6億円≪再掲≫● X事業.
  private func before(_ slot: Int) -> Int? {
    let start = slots[slot].start
    let line = layout.lines[slots[slot].line].text
    guard start > line.lowerBound else { return nil }
    return amounts.indices.first {
      amounts[$0].role == .programme && amounts[$0].range.lowerBound == line.lowerBound
        && layout.skipBlanks(amounts[$0].range.upperBound) == start
    }
  }

  /// Figures that stand alone in the item of a programme, unless a neighbour may claim them.
  mutating func linkOnly(_ unit: Int) {
    let order = slots(of: unit)
    for slot in order where slots[slot].amount == nil {
      let block = block(of: slot, in: order)
      let open = block.filter { links[$0] == nil }
      guard open.count == 1, let amount = open.first, fits(amount, slot),
        rivals(of: slot, for: amount, order).isEmpty
      else { continue }
      let isSure =
        slots[slot].isStrong && (!slots[slot].isMarked || amounts[amount].reprise == .full)
        && block.allSatisfy { links[$0]?.link ?? .certain == .certain }
      assign(amount, slot, isSure ? .certain : .inferred, LinkMethod.onlyInItem)
    }
  }

  /// The first of several figures in the item of a programme.
  mutating func linkFirst(_ unit: Int) {
    let order = slots(of: unit)
    for slot in order where slots[slot].amount == nil && slots[slot].isStrong {
      let block = block(of: slot, in: order)
      guard let amount = block.first, block.count > 1, links[amount] == nil, fits(amount, slot),
        !slots[slot].isMarked || amounts[amount].reprise == .full,
        rivals(of: slot, for: amount, order).isEmpty
      else { continue }
      assign(amount, slot, .inferred, LinkMethod.firstInItem)
    }
  }

  /// The programmes just before one that have no figure and may own the figure that follows it.
  ///
  /// A programme with figures in its own item ends the search: those serve it and the ones before.
  func rivals(of slot: Int, for amount: Int, _ order: [Int]) -> [Int] {
    guard var position = order.firstIndex(of: slot) else { return [] }
    var rivals: [Int] = []
    while position > 0 {
      position -= 1
      let other = order[position]
      guard isUnbroken(slots[other].nameEnd, slots[slot].start),
        block(of: other, in: order).isEmpty, slots[other].key != slots[slot].key
      else { break }
      if let own = slots[other].amount {
        // Its figure stands further on, so figures and names stand in columns here.
        if amounts[own].range.lowerBound < slots[slot].start { break }
        continue
      }
      if !slots[other].isStrong { continue }
      if fits(amount, other), !differsInKind(amount) { rivals.append(other) }
    }
    return rivals
  }

  /// Whether a figure is for in-house institutes while no loose figure of its unit is: then its
  /// label ties it to the item it stands in.
  private func differsInKind(_ amount: Int) -> Bool {
    guard amounts[amount].isInhouse else { return false }
    let order = slots(of: unitOfAmount[amount])
    let settled = Set(
      order.map { block(of: $0, in: order) }.filter { $0.count == 1 }.compactMap(\.first))
    return open(unitOfAmount[amount]).allSatisfy {
      $0 == amount || !amounts[$0].isInhouse || settled.contains($0)
    }
  }
}
