/// A number in a running text.
public struct NumberMention: Sendable, Hashable {
  /// The bytes of the source that print it, its sign included.
  public let range: Range<Int>
  /// Where it starts.
  public let position: TextPosition
  /// The value; nothing where what stands there is not one number.
  public let value: DecimalNumber?
  /// What is odd about it.
  public let flags: [NumberFlag]
  /// Why it has no value.
  public let error: NumberError?
}
