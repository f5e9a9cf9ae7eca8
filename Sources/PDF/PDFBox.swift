/// A rectangle on a page, in hundredths of a point from the upper left corner.
public struct PDFBox: Sendable, Hashable {
  /// The left edge.
  public var left: Int
  /// The upper edge.
  public var top: Int
  /// The right edge.
  public var right: Int
  /// The lower edge.
  public var bottom: Int

  /// Makes a box.
  public init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The width.
  public var width: Int { right - left }
  /// The height.
  public var height: Int { bottom - top }
  /// The middle between left and right.
  public var centre: Int { (left + right) / 2 }
  /// The middle between top and bottom.
  public var middle: Int { (top + bottom) / 2 }

  /// The smallest box around two.
  public func union(_ other: PDFBox) -> PDFBox {
    PDFBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
