import PDF

/// Rows below each other that all leave the same stretch of the page free.
struct ColumnBlock {
  /// All its rows.
  let rows: Range<Int>
  /// From the first row with something on the right to the last.
  let core: Range<Int>
  /// The stretches that all rows leave free, the widest first.
  let gutters: [Range<Int>]

  /// More rows than this are not looked at together; a page has fewer.
  private static let mostRows = 400

  /// The longest block that begins with a row or below it; nothing if it has no two columns.
  init?(_ all: [PageRow], from start: Int, in bounds: Range<Int>) {
    var gaps = all[start].gaps(in: bounds).filter { $0.count >= all[start].phrases[0].size }
    var end = start + 1
    var outermost = all[start].outermost
    // The gaps that had something on both sides when the block was last longer than before.
    var held: (gaps: [Range<Int>], end: Int)?
    while true {
      let parting = gaps.filter {
        outermost.lowerBound < $0.lowerBound && outermost.upperBound > $0.upperBound
      }
      // A gap that parted rows and no longer does ends the block.
      if let held, !parting.contains(where: { gap in held.gaps.contains { $0.overlaps(gap) } }) {
        break
      }
      if !parting.isEmpty { held = (parting, end) }
      guard end < all.count, end - start < ColumnBlock.mostRows else { break }
      gaps = ColumnBlock.common(gaps, all[end].gaps(in: bounds), all[end])
      guard !gaps.isEmpty else { break }
      let next = all[end].outermost
      outermost =
        min(outermost.lowerBound, next.lowerBound)...max(outermost.upperBound, next.upperBound)
      end += 1
    }
    guard let held else { return nil }
    let gutters = held.gaps.sorted { $0.count > $1.count }
    let right = gutters[0].upperBound - 1..<Int.max
    rows = start..<held.end
    guard let first = rows.first(where: { !all[$0].phrases(in: right).isEmpty }),
      let last = rows.last(where: { !all[$0].phrases(in: right).isEmpty })
    else { return nil }
    core = first..<last + 1
    self.gutters = gutters
  }

  /// The stretches that two lists share, where they are wide enough for the size of a row.
  private static func common(
    _ a: [Range<Int>], _ b: [Range<Int>], _ row: PageRow
  ) -> [Range<Int>] {
    let least = row.phrases[0].size
    var shared: [Range<Int>] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let overlap = a[i].clamped(to: b[j])
      if overlap.count >= least { shared.append(overlap) }
      if a[i].upperBound < b[j].upperBound { i += 1 } else { j += 1 }
    }
    return shared
  }
}
