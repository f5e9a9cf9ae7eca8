/// Where a line stands on a page, in hundredths of a point from the page's upper left corner.
public struct PageBox: Sendable, Hashable {
  /// The page, from 1.
  public var page: Int
  /// The left edge.
  public var left: Int
  /// The upper edge.
  public var top: Int
  /// The right edge.
  public var right: Int
  /// The lower edge.
  public var bottom: Int

  /// Makes a box.
  public init(page: Int, left: Int, top: Int, right: Int, bottom: Int) {
    self.page = page
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The edges in the order left, top, right, bottom.
  public var edges: [Int] { [left, top, right, bottom] }
}
