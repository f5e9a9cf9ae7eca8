import Model

/// A budget line reduced to what the rules compare: numbers only, the texts stay in the facts.
struct Line {
  /// The source, by its position among the facts.
  var source: Int32
  /// The line, by its position in its source.
  var index: Int32
  /// The project, interned; the empty name is 0.
  var project: Int32
  /// What the line is about, interned: registry keys where known, else the folded name.
  var programme: Int32
  /// The part of the programme it is for, interned.
  var note: Int32
  /// The fiscal year, or `Line.noYear`.
  var year: Int32
  /// The number of the supplementary budget, or -1.
  var supplement: Int32
  /// The figure; nothing where none is printed.
  var figure: Figure?
  var stage: BudgetKind
  var level: BudgetLevel
  var reprise: Reprise
  var link: Link
  var isInner: Bool
  var isInhouse: Bool
  var isPriorYear: Bool

  static let noYear = Int32.min

  /// The fiscal year, where one is known.
  var fiscalYear: Int? { year == Line.noYear ? nil : Int(year) }
}
