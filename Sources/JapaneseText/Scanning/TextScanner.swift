/// Finds and resolves every date and every amount of yen in a text, in one pass over its bytes.
public enum TextScanner {
  /// The mentions of a text, whose bytes may be anything: what is no UTF-8 is no mention.
  public static func mentions(in bytes: [UInt8], options: ScanOptions = ScanOptions()) -> Mentions {
    mentions(in: bytes.span, options: options)
  }

  /// The mentions of a text that is only lent, such as a mapped file.
  public static func mentions(
    in bytes: Span<UInt8>, options: ScanOptions = ScanOptions()
  ) -> Mentions {
    let list = list(in: bytes, options: options)
    return Mentions(
      dates: Array(list.dates), amounts: Array(list.amounts),
      firstInvalidByte: list.firstInvalidByte)
  }

  /// The mentions of a long text, packed until they are asked for.
  public static func list(
    in bytes: Span<UInt8>, options: ScanOptions = ScanOptions()
  ) -> MentionList {
    var pass = ScanPass(Source(bytes: bytes), options)
    return pass.run()
  }
}
