/// The ways a figure's programme is found, as `link_method` says them.
public enum LinkMethod: String, Sendable, CaseIterable {
  /// The programme and the figure stand on one line.
  case sameLine = "same line"
  /// The figure ends what is said of the programme.
  case description = "end of the programme's description"
  /// The item of the programme has one figure.
  case onlyInItem = "only figure of the programme's item"
  /// The layout says it, and a figure that names the programme agrees.
  case confirmed = "layout, confirmed by a figure elsewhere"
  /// The figure is the first of several in the programme's item.
  case firstInItem = "first figure of the programme's item"
  /// Another place names the programme with the same figure.
  case restated = "the same figure stands elsewhere with the programme"
  /// Another place names the programme with a finer figure.
  case rounded = "rounds to a figure that names the programme"
  /// Another page lists the programme and has the same figure.
  case shared = "the same figure stands on another page that lists the programme"
  /// All other programmes of the page have their figures.
  case onlyLeft = "only programme left on the page"
  /// The figure of only one programme of the page stands elsewhere.
  case relisted = "only programme of the page whose own figure stands elsewhere"
  /// Programmes and figures follow each other.
  case order = "order on the page"
  /// The brackets after the figure name the programme.
  case named = "named in the brackets after the figure"
  /// A title stands beside the figure.
  case title = "title beside the figure"
  /// A heading stands right above the figure.
  case heading = "heading right above the figure"
  /// The programme has a budget of another stage just above.
  case stage = "another budget of the programme just above"
  /// The page has one title.
  case onlyTitle = "only title on the page"
  /// The title names the year of the figure.
  case titleYear = "title of the page that names the year"
  /// The nearest title, which may be another's.
  case titleGuess = "nearest title"
  /// A total's own label.
  case total = "label of the figure"
  /// A sub-total's group.
  case group = "name of the group before the brackets"
  /// A numbered component.
  case component = "numbered item below its figure"
  /// The subject of the item that the sentence stands in.
  case sentence = "subject of the item"
  /// The noun before the amount.
  case nearSentence = "noun before the amount"
  /// A column of the row.
  case column = "column of the row"
  /// Nothing on the page is a programme.
  case nothing = "no programme on the page"
}
