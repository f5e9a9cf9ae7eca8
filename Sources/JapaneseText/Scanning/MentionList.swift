/// All dates and amounts of a text, each in the order of the text, packed until they are asked for.
public struct MentionList: Sendable {
  /// The dates, also those that cannot exist.
  public let dates: DateList
  /// The amounts, also those whose number is malformed.
  public let amounts: AmountList
  /// Where the first byte stands that is no UTF-8; nothing where all are.
  public let firstInvalidByte: Int?
}

/// The amounts of a text.
public struct AmountList: Sendable, Sequence {
  private let mentions: PackedMentions<AmountMention>

  init(_ mentions: PackedMentions<AmountMention>) { self.mentions = mentions }

  /// Begins with the first.
  public func makeIterator() -> Iterator { Iterator(mentions.makeIterator()) }

  /// Gives one amount after the other.
  public struct Iterator: IteratorProtocol {
    private var mentions: PackedMentions<AmountMention>.Iterator

    fileprivate init(_ mentions: PackedMentions<AmountMention>.Iterator) {
      self.mentions = mentions
    }

    /// The next amount.
    public mutating func next() -> AmountMention? { mentions.next() }
  }
}

/// The dates of a text, those among them that depended on others settled.
public struct DateList: Sendable, Sequence {
  private let mentions: PackedMentions<DateMention>
  private let waiting: [(index: Int, date: RelativeDate)]
  private let anchor: Day?
  private let dropped: [Int]

  /// Puts dates together with the relative ones among them, which are said from a day, and with
  /// those that are none after all, both by their places.
  init(
    _ mentions: PackedMentions<DateMention>, waiting: [(index: Int, date: RelativeDate)],
    anchor: Day?, dropped: [Int]
  ) {
    self.mentions = mentions
    self.waiting = waiting
    self.anchor = anchor
    self.dropped = dropped
  }

  /// Begins with the first.
  public func makeIterator() -> Iterator { Iterator(self, mentions.makeIterator()) }

  /// Gives one date after the other.
  public struct Iterator: IteratorProtocol {
    private let list: DateList
    private var mentions: PackedMentions<DateMention>.Iterator
    private var index = -1
    private var settled = 0
    private var left = 0

    fileprivate init(_ list: DateList, _ mentions: PackedMentions<DateMention>.Iterator) {
      self.list = list
      self.mentions = mentions
    }

    /// The next date.
    public mutating func next() -> DateMention? {
      while let mention = mentions.next() {
        index += 1
        if left < list.dropped.count, list.dropped[left] == index {
          left += 1
          continue
        }
        guard settled < list.waiting.count, list.waiting[settled].index == index else {
          return mention
        }
        settled += 1
        return DateResolver.mention(
          list.waiting[settled - 1].date, mention.bound, mention.position, from: list.anchor)
      }
      return nil
    }
  }
}
