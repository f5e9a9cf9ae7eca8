import Model

extension SheetRecogniser {
  /// A row of a sheet with the amounts of its money columns.
  struct Row: Sendable {
    var number: Int
    var name: String
    /// The rank of the sum it is, 0 for a row of its own.
    var rank: Int
    /// The column of names its name stands in, from 0, where several make a hierarchy.
    var level = 0
    /// The names of the columns before that one.
    var outerNames: [String] = []
    /// The blanks before its name, a wide one as two.
    var indent = 0
    var terms: [Int: SumClaim.Term] = [:]

    /// うち rows say a part of the row above again.
    var isPart: Bool {
      let name = SheetGrid.compact(name).drop { Row.marks.contains($0) }
      return name.hasPrefix("うち") || name.hasPrefix("内、") || name.hasPrefix("内,")
    }
    private static let marks: Set<Character> = ["(", "※", "・", "*", "○", "-", "－"]

    /// Whether it may be a part of a row above it: where it names an outer level, that is the row's.
    func stands(under other: Row) -> Bool {
      let outer = other.outerNames + [other.name]
      return zip(outerNames, outer).allSatisfy { $0.isEmpty || $1.isEmpty || $0 == $1 }
    }
  }

  /// One of the tables that stand side by side, while its rows are read.
  struct Table {
    let columns: [SheetColumn]
    let repeated: RepeatedColumns
    let totalWords: TotalWords
    /// The unit of its amounts, where a caption or the pipeline file says it.
    let unit: Int64?
    var rows: [Row] = []
    var context = RowContext()
    var findings: SheetFindings
  }

  /// What rows above say about the rows below them.
  struct RowContext {
    var group = ""
    var project = ""
    var ministry = ""
    var fiscalYear: Int?
  }
}
