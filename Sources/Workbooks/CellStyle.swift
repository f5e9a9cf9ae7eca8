/// How a cell looks.
public struct CellStyle: Sendable, Hashable {
  /// The number format, such as `#,##0`; empty for the usual one.
  public var numberFormat: String
  /// Whether the text is bold.
  public var isBold: Bool
  /// Whether the text is that of a link.
  public var isLink: Bool
  /// The colour behind the text as 0xRRGGBB.
  public var fill: UInt32?
  /// Whether long text goes on in the next line of the cell.
  public var wraps: Bool

  /// Makes a style.
  public init(
    numberFormat: String = "", isBold: Bool = false, isLink: Bool = false, fill: UInt32? = nil,
    wraps: Bool = false
  ) {
    self.numberFormat = numberFormat
    self.isBold = isBold
    self.isLink = isLink
    self.fill = fill
    self.wraps = wraps
  }
}
