public import JapaneseText

/// A person's answer to a finding about a budget line.
public struct Decision: Sendable, Hashable {
  /// The key of the finding.
  public var finding: String
  /// The answer: `column=value` pairs of the line joined by `;`, or just the programme's name.
  public var answer: String
  /// Why.
  public var reason: String
  /// Who decided.
  public var author: String
  /// When.
  public var day: Day
  /// The content hash of the source the answer was read from; empty if it holds for any content.
  public var sourceHash: String

  /// Makes a decision.
  public init(
    finding: String, answer: String, reason: String, author: String, day: Day,
    sourceHash: String = ""
  ) {
    self.finding = finding
    self.answer = answer
    self.reason = reason
    self.author = author
    self.day = day
    self.sourceHash = sourceHash
  }
}

/// A finding that a person accepts for a time.
public struct Waiver: Sendable, Hashable {
  /// The key of the finding.
  public var finding: String
  /// Why.
  public var reason: String
  /// Who accepts it.
  public var author: String
  /// The last day it holds.
  public var ends: Day

  /// Makes a waiver.
  public init(finding: String, reason: String, author: String, ends: Day) {
    self.finding = finding
    self.reason = reason
    self.author = author
    self.ends = ends
  }
}
