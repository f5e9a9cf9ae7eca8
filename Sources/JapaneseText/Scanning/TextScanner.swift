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
    var pass = ScanPass(Source(bytes: bytes), options)
    pass.run()
    return pass.found
  }
}
