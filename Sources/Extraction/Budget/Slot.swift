/// A place on a page where a programme is named and its figure may belong.
struct Slot: Sendable {
  var names: [String]
  /// What it is compared by.
  var key: String
  /// Whether the text marks it as listed elsewhere too.
  var isMarked: Bool
  var part: String
  /// Whether its name ends as names of programmes end.
  var isStrong: Bool
  /// Where it starts, and where its name ends.
  var start: Int
  var nameEnd: Int
  var line: Int
  /// The unit it stands in.
  var unit: Int
  /// The figure that belongs to it, once found.
  var amount: Int?
}

/// How a figure's programme was found.
struct ProgrammeLink: Sendable, Hashable {
  var names: [String] = []
  var link = LinkStrength.certain
  var method: String
  var candidates: [String] = []
  var slot: Int?
  var project: String?

  enum LinkStrength: Sendable {
    case certain
    case inferred
    case ambiguous
  }
}

extension ProgrammeLink {
  /// The ways a programme is found, as published.
  enum Method {
    static let sameLine = "same line"
    static let description = "end of the programme's description"
    static let onlyInItem = "only figure of the programme's item"
    static let confirmed = "layout, confirmed by a figure elsewhere"
    static let firstInItem = "first figure of the programme's item"
    static let restated = "the same figure stands elsewhere with the programme"
    static let rounded = "rounds to a figure that names the programme"
    static let shared = "the same figure stands on another page that lists the programme"
    static let onlyLeft = "only programme left on the page"
    static let relisted = "only programme of the page whose own figure stands elsewhere"
    static let order = "order on the page"
    static let named = "named in the brackets after the figure"
    static let title = "title beside the figure"
    static let heading = "heading right above the figure"
    static let stage = "another budget of the programme just above"
    static let onlyTitle = "only title on the page"
    static let titleYear = "title of the page that names the year"
    static let titleGuess = "nearest title"
    static let total = "label of the figure"
    static let group = "name of the group before the brackets"
    static let component = "numbered item below its figure"
    static let sentence = "subject of the item"
    static let nearSentence = "noun before the amount"
    static let column = "column of the row"
    static let nothing = "no programme on the page"
  }
}
