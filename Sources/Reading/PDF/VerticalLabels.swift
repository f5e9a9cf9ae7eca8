import PDF

/// Words that run down a page one character to a line, put together and taken from the rest.
struct VerticalLabels {
  private(set) var labels: [PageRun] = []
  /// What does not run down the page.
  private(set) var others: [PageRun] = []

  /// So many characters below each other are a word; two might be cells of a table.
  private static let fewest = 3
  /// With more single characters than this a page is a drawing or means harm.
  private static let most = 5000

  init(_ runs: [PageRun]) {
    let singles = runs.indices.filter { VerticalLabels.mayBelong(runs[$0]) }
    guard singles.count <= VerticalLabels.most else {
      others = runs
      return
    }
    var chains: [[Int]] = []
    var open: [Int] = []
    for single in singles.sorted(by: { runs[$0].box.top < runs[$1].box.top }) {
      let run = runs[single]
      open.removeAll { chain in
        guard let last = chains[chain].last else { return true }
        return run.box.top - runs[last].box.bottom > runs[last].size
      }
      let above = open.first { chain in
        chains[chain].last.map { VerticalLabels.isBelow(run, runs[$0]) } ?? false
      }
      if let above {
        chains[above].append(single)
      } else {
        open.append(chains.count)
        chains.append([single])
      }
    }
    var taken: Set<Int> = []
    for chain in chains where VerticalLabels.isWord(chain.map { runs[$0] }) {
      taken.formUnion(chain)
      labels.append(VerticalLabels.joined(chain.map { runs[$0] }))
    }
    others = runs.indices.filter { !taken.contains($0) }.map { runs[$0] }
    // Words that run down a page are read from the right.
    labels.sort { ($0.box.right, $1.box.top) > ($1.box.right, $0.box.top) }
  }

  /// The label that a cell holds; nothing if it holds anything but single characters below each
  /// other.
  static func label(inCell runs: [PageRun]) -> PageRun? {
    let chain = runs.sorted { $0.box.top < $1.box.top }
    guard chain.count > 1, chain.allSatisfy(mayBelong), Set(chain.map(\.text)).count > 1,
      zip(chain, chain.dropFirst()).allSatisfy({
        abs($0.box.centre - $1.box.centre) * 4 <= $0.size && $0.box.bottom <= $1.box.middle
      })
    else { return nil }
    return joined(chain)
  }

  /// One character that stands in words: no digit, Latin letter, mark or sign of a list.
  private static func mayBelong(_ run: PageRun) -> Bool {
    guard run.count == 1,
      let scalar = String(decoding: run.text, as: UTF8.self).unicodeScalars.first
    else { return false }
    switch scalar.value {
    case 0x3001, 0x3002, 0x300C...0x300F, 0x3041...0x30FA, 0x30FC, 0x3400...0x9FFF, 0xF900...0xFAFF,
      0x3005, 0x20000...0x3FFFF,
      0xFE10...0xFE12, 0xFE30...0xFE48, 0xFF08, 0xFF09, 0xFF5C, 0x2502:
      return true
    default: return false
    }
  }

  /// Whether a character stands just below another and in line with it.
  private static func isBelow(_ run: PageRun, _ above: PageRun) -> Bool {
    let size = min(run.size, above.size)
    let gap = run.box.top - above.box.bottom
    // Full stops and commas stand to the right of the middle.
    let share = isStop(run) || isStop(above) ? 2 : 4
    return abs(run.box.centre - above.box.centre) * share <= size && gap * 10 <= size * 7
      && gap * 2 >= -size && max(run.size, above.size) * 2 <= size * 3
  }

  private static func isStop(_ run: PageRun) -> Bool {
    ["、", "。", "︑", "︒"].contains(String(decoding: run.text, as: UTF8.self))
  }

  /// Words have more than one different character; a column of the same one is a table's.
  private static func isWord(_ chain: [PageRun]) -> Bool {
    chain.count >= fewest && Set(chain.map(\.text)).count > 1
  }

  private static func joined(_ chain: [PageRun]) -> PageRun {
    var label = chain[0]
    for run in chain.dropFirst() { label.append(run) }
    return label
  }
}
