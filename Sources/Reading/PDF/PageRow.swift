import PDF

/// Runs on one base line, from left to right; wide gaps part it into phrases.
struct PageRow {
  private(set) var phrases: [PageRun]

  private init(_ runs: [PageRun]) {
    phrases = []
    for run in runs.sorted(by: { ($0.box.left, $0.box.right) < ($1.box.left, $1.box.right) }) {
      if let last = phrases.last, run.box.left - last.box.right <= max(last.size, run.size) {
        phrases[phrases.count - 1].append(run)
      } else {
        phrases.append(run)
      }
    }
  }

  var box: PDFBox { phrases.dropFirst().reduce(phrases[0].box) { $0.union($1.box) } }

  /// The middles of its first and last phrase.
  var outermost: ClosedRange<Int> {
    let centres = phrases.map(\.box.centre)
    return (centres.min() ?? 0)...(centres.max() ?? 0)
  }

  /// The phrases of one side of a gap.
  func phrases(in range: Range<Int>) -> [PageRun] {
    phrases.filter { range.contains($0.box.centre) }
  }

  /// The free stretches of the row inside some bounds: before, between and after its phrases.
  func gaps(in bounds: Range<Int>) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = bounds.lowerBound
    for phrase in phrases {
      if phrase.box.left > start { gaps.append(start..<phrase.box.left) }
      start = max(start, phrase.box.right)
    }
    if start < bounds.upperBound { gaps.append(start..<bounds.upperBound) }
    return gaps
  }

  /// The rows of some runs, from the top.
  static func rows(of runs: [PageRun]) -> [PageRow] {
    var rows: [(runs: [PageRun], largest: PageRun)] = []
    // Only rows close above can take a run, so that a page of very many runs is quick as well.
    let lookback = 8
    for run in runs.sorted(by: { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }) {
      let near = rows.indices.suffix(lookback).last { belongs(run, to: rows[$0].largest) }
      if let near {
        rows[near].runs.append(run)
        if run.size > rows[near].largest.size { rows[near].largest = run }
      } else {
        rows.append(([run], run))
      }
    }
    return rows.map { PageRow($0.runs) }
  }

  /// Whether a run stands on the line of another: on the same middle or the same foot, or, if it
  /// is much smaller, mostly beside it, as marks of footnotes do.
  private static func belongs(_ run: PageRun, to other: PageRun) -> Bool {
    let smaller = min(other.size, run.size)
    if abs(run.box.middle - other.box.middle) * 4 <= smaller { return true }
    if abs(run.box.bottom - other.box.bottom) * 5 <= smaller { return true }
    let larger = max(other.size, run.size)
    let overlap = min(run.box.bottom, other.box.bottom) - max(run.box.top, other.box.top)
    return smaller * 10 <= larger * 7 && overlap * 10 >= smaller * 6
  }
}
