/// A flow drawn as SVG: three columns of nodes, and a ribbon for every amount between them.
struct FlowChart {
  private static let width = 4000
  private static let nodeWidth = 90
  private static let columns = [0, 1450, 3910]
  private static let amountHeight = 2600
  private static let gap = 130

  private let flow: BudgetFlow
  private let streams: [BudgetFlow.Stream]
  private let total: UInt64

  init?(_ flow: BudgetFlow) {
    self.flow = flow
    streams = flow.drawn
    var total: UInt64 = 0
    for stream in streams {
      let (sum, overflow) = total.addingReportingOverflow(stream.yen.magnitude)
      if overflow { return nil }
      total = sum
    }
    self.total = total
  }

  /// A name in a column with its stretch of it.
  private struct Node {
    var name: String
    var yen: UInt64
    var top = 0
    var height = 0
    /// How far ribbons have filled it on its left and on its right.
    var filled = [0, 0]
  }

  var markup: Markup {
    var columns: [[Node]] = [\.ministry, \.project, \.programme].map { self.nodes($0) }
    let tallest = columns.map(\.count).max() ?? 1
    let height = Self.amountHeight + (tallest + 1) * Self.gap
    for column in columns.indices {
      var top = Self.gap / 2
      for index in columns[column].indices {
        columns[column][index].top = top
        columns[column][index].height = max(
          10, ChartText.scaled(columns[column][index].yen, total, to: Self.amountHeight))
        top += columns[column][index].height + Self.gap
      }
    }
    let ribbons = ribbons(&columns)
    let nodes = columns.indices.flatMap { column in
      columns[column].map { node(column, $0) }
    }
    return """
      <svg class="flow" viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(spoken)">\
      \(ribbons)\(nodes)</svg>
      """
  }

  /// The names of a column, the greatest first; programmes beside their project, its rest last.
  private func nodes(
    _ name: KeyPath<BudgetFlow.Stream, String>, where isWanted: Bool = true
  ) -> [Node] {
    guard isWanted else { return [] }
    var projectOf: [String: String] = [:]
    var rests: Set<String> = []
    var sums: [String: UInt64] = [:]
    var order: [String] = []
    for stream in streams {
      // What is left of two projects is not one programme.
      let key = nodeName(stream, name)
      if sums[key] == nil { order.append(key) }
      sums[key, default: 0] += stream.yen.magnitude
      if name == \.programme {
        projectOf[key] = stream.project
        if stream.line == 0 { rests.insert(key) }
      }
    }
    let position = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let projects = Dictionary(
      nodes(\.project, where: name == \.programme).enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { first, _ in first })
    func rank(_ key: String) -> (Int, UInt64, Int) {
      let project = projectOf[key].flatMap { projects[$0] } ?? 0
      let size = rests.contains(key) ? 0 : sums[key] ?? 0
      return (project, .max - size, position[key] ?? 0)
    }
    let sorted = order.sorted { rank($0) < rank($1) }
    return sorted.map { Node(name: $0, yen: sums[$0] ?? 0) }
  }

  private func nodeName(
    _ stream: BudgetFlow.Stream, _ name: KeyPath<BudgetFlow.Stream, String>
  ) -> String {
    name == \.programme && stream.line == 0
      ? "\(stream[keyPath: name])（\(ChartText.short(stream.project, 6))）" : stream[keyPath: name]
  }

  private func ribbons(_ columns: inout [[Node]]) -> [Markup] {
    var ribbons: [Markup] = []
    let names: [KeyPath<BudgetFlow.Stream, String>] = [\.ministry, \.project, \.programme]
    for step in 0..<2 {
      func position(_ stream: BudgetFlow.Stream, _ column: Int) -> Int {
        columns[column].firstIndex { $0.name == nodeName(stream, names[column]) } ?? 0
      }
      var ways = streams.map { stream in
        Ribbon(
          from: position(stream, step), to: position(stream, step + 1),
          height: max(5, ChartText.scaled(stream.yen.magnitude, total, to: Self.amountHeight)))
      }
      // Ribbons leave a node in the order of where they go, and arrive in that of where they began.
      for index in ways.indices.sorted(by: {
        (ways[$0].from, ways[$0].to, $0) < (ways[$1].from, ways[$1].to, $1)
      }) {
        let node = columns[step][ways[index].from]
        ways[index].left = node.top + node.filled[1]
        columns[step][ways[index].from].filled[1] += ways[index].height
      }
      for index in ways.indices.sorted(by: {
        (ways[$0].to, ways[$0].from, $0) < (ways[$1].to, ways[$1].from, $1)
      }) {
        let node = columns[step + 1][ways[index].to]
        ways[index].right = node.top + node.filled[0]
        columns[step + 1][ways[index].to].filled[0] += ways[index].height
      }
      ribbons += ways.map { $0.markup(Self.columns[step] + Self.nodeWidth, Self.columns[step + 1]) }
    }
    return ribbons
  }

  /// An amount between two nodes.
  private struct Ribbon {
    var from: Int
    var to: Int
    var height: Int
    var left = 0
    var right = 0

    func markup(_ x0: Int, _ x1: Int) -> Markup {
      let middle = (x0 + x1) / 2
      return """
        <path class="ribbon" d="M\(x0) \(left)C\(middle) \(left) \(middle) \(right) \(x1) \(right)\
        V\(right + height)C\(middle) \(right + height) \(middle) \(left + height) \(x0) \
        \(left + height)Z"/>
        """
    }
  }

  private func node(_ column: Int, _ node: Node) -> Markup {
    let x = Self.columns[column]
    let isLast = column == 2
    let label = isLast ? x - 40 : x + Self.nodeWidth + 40
    return """
      <rect class="bar" x="\(x)" y="\(node.top)" width="\(Self.nodeWidth)" height="\(node.height)"/>\
      <text x="\(label)" y="\(node.top + node.height / 2 + 38)" \
      text-anchor="\(isLast ? "end" : "start" as Markup)">\
      \(ChartText.short(node.name, isLast ? 13 : column == 0 ? 10 : 7))</text>
      """
  }

  /// The chart in words.
  private var spoken: String {
    "府省 → プロジェクト → 事業 / ministry → project → programme: "
      + streams.prefix(5).map {
        "\($0.ministry) → \($0.project) → \($0.programme) \(PeopleNumbers.yen($0.yen))"
      }.joined(separator: ", ")
  }
}
