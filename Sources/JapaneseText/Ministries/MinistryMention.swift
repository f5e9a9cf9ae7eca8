/// A mention of a ministry in a text.
public struct MinistryMention: Sendable, Hashable {
  /// The bytes of the source that name it, without a mark before it.
  public let range: Range<Int>
  /// The name as it was given to the finder.
  public let name: String
  /// The ministries that the name stood for; several only where no day decides between them.
  public let ministries: [String]
  /// Whether it is marked ◎ as the leading one.
  public let isLead: Bool
  /// Whether the name was in use on the day asked for.
  public let isInUse: Bool
  /// The list in brackets that it is part of, brackets included: （文、◎厚、経）.
  public let list: Range<Int>?
}
