/// A page: its characters and the straight lines on it.
public struct PDFPage: Sendable, Hashable {
  /// The whole page.
  public var box: PDFBox
  /// The characters that show, without blanks, in the order that the library reads them in.
  public var characters: [PDFCharacter]
  /// Straight lines across or down the page, and the edges of shaded areas.
  public var rules: [PDFRule]

  /// Makes a page.
  public init(box: PDFBox, characters: [PDFCharacter] = [], rules: [PDFRule] = []) {
    self.box = box
    self.characters = characters
    self.rules = rules
  }
}

/// A character with its place.
public struct PDFCharacter: Sendable, Hashable {
  /// The character.
  public var scalar: Unicode.Scalar
  /// Where it stands: as wide as it is, and as high as its font.
  public var box: PDFBox

  /// Makes a character.
  public init(_ scalar: Unicode.Scalar, _ box: PDFBox) {
    self.scalar = scalar
    self.box = box
  }
}

/// A straight line.
public struct PDFRule: Sendable, Hashable {
  /// Whether it runs down the page.
  public var isVertical: Bool
  /// Its ends; it has no breadth.
  public var box: PDFBox

  /// Makes a line.
  public init(isVertical: Bool, _ box: PDFBox) {
    self.isVertical = isVertical
    self.box = box
  }
}

/// What a file may ask of the machine.
public struct PDFLimits: Sendable, Hashable {
  /// Pages.
  public var pages: Int
  /// Characters over all pages.
  public var characters: Int
  /// Seconds by the clock.
  public var seconds: Int
  /// Bytes of memory of the process that reads it.
  public var memory: Int

  /// Makes limits.
  public init(pages: Int, characters: Int, seconds: Int, memory: Int) {
    self.pages = pages
    self.characters = characters
    self.seconds = seconds
    self.memory = memory
  }
}
