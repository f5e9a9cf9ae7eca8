import JapaneseText
import Model

/// An amount of a text that is a budget figure, with all that its own words say.
struct BudgetAmount: Sendable {
  /// The stretch that is published as its raw text, from the words before it to its qualifiers.
  var range: Range<Int>
  /// The figure itself.
  var figure: Range<Int>
  var yen: Int64?
  var unit: Int64?
  var fiscalYear: Int?
  var kind: BudgetKind
  /// Whether its own words name the stage.
  var saysKind = false
  var suppNo: Int?
  var isPriorYear = false
  var reprise = Reprise.none
  var isInner = false
  var isInhouse = false
  var note = ""
  var role = Role.programme
  /// The figure it is a part of or the year before of, as an index into the list of amounts.
  var parent: Int?
  /// Whether it ends an item that only its bullet and the gap before the figure show to be one.
  var endsItem = false
  /// What the parent is, once that is settled.
  var parentRole: Role?
  /// What stands before it as its own label: a group's name, a component's text.
  var label = ""

  /// The ministries that the text names for it.
  var ministries: [String] = []
  /// The programme and project that brackets after it name.
  var named = ""
  var namedProject: String?
  /// The share of that project's total that it prints.
  var share: SumClaim.Share?

  /// What the figure is for, as far as its own surroundings say.
  enum Role: Sendable {
    case projectTotal
    case inhouseTotal
    case programme
    case subtotal
    case component
    /// In-house money in brackets inside a programme's description.
    case inset
    /// Of an institute named in 【】.
    case institute
    case priorYear
    /// Said in a sentence.
    case prose
  }
}

extension BudgetAmount {
  /// An amount as its mention says it.
  init(_ mention: AmountMention, head: BudgetHead?, kind: BudgetKind, note: String) {
    // The bracket that some words have around their figure closes after it.
    range = (head?.start ?? mention.range.lowerBound)..<mention.end
    figure = mention.range
    yen = mention.yen
    unit = mention.unitYen
    fiscalYear = head?.fiscalYear
    self.kind = head?.kind ?? kind
    saysKind = head != nil
    suppNo = head?.suppNo
    isInhouse = head?.isInhouse ?? false
    isInner = mention.qualifiers.contains(.inner)
    if mention.qualifiers.contains(.reprisePart) {
      reprise = .part
    } else if mention.qualifiers.contains(.reprise) {
      reprise = .full
    }
    self.note = note
  }
}
