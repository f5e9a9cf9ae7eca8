import Model

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
  var method: LinkMethod
  var candidates: [String] = []
  var slot: Int?
  var project: String?

  enum LinkStrength: Sendable {
    case certain
    case inferred
    case ambiguous
  }
}
