public import JapaneseText

/// A source as the readers see it: a text with its lines, or sheets with their cells.
public struct Document: Sendable, Hashable {
  /// The key of the source, also in the published tables.
  public var id: String
  /// What the pipeline file and the reader say of it.
  public var attributes: DocumentAttributes
  /// What it holds.
  public var content: Content
  /// Tables that the layout of a text shows; what they say stands in the text as well.
  public var tables: [Sheet] = []

  /// What a source holds.
  public enum Content: Sendable, Hashable {
    /// Running text, as in a PDF or taken out of one.
    case text(TextBody)
    /// Tables of cells: workbooks, CSV files.
    case sheets([Sheet])
  }

  /// Makes a document.
  public init(id: String, attributes: DocumentAttributes, content: Content) {
    self.id = id
    self.attributes = attributes
    self.content = content
  }

  /// The page that a place begins on; nothing where the source has no pages.
  public func page(of place: Place) -> Int? {
    guard case .text(let body) = content else { return nil }
    return body.box(ofLine: place.line)?.page
  }

  /// The lines of a text, or the rows of all sheets.
  public var lineCount: Int {
    switch content {
    case .text(let body): body.lineCount
    case .sheets(let sheets): sheets.reduce(0) { $0 + $1.rowCount }
    }
  }
}

/// What is known of a source besides its content.
public struct DocumentAttributes: Sendable, Hashable {
  /// Path below the raw folder.
  public var path: String
  /// Title.
  public var title: String
  /// Who published it.
  public var issuer: String
  /// Day of publication.
  public var published: Day?
  /// Fiscal year the document is about; 今年度 and 前年度 are read against it.
  public var fiscalYear: Int?
  /// Media type found from the content.
  public var mediaType: String
  /// Character encoding it was read in.
  public var encoding: String
  /// The reader that read it.
  public var reader: String

  /// Makes attributes.
  public init(
    path: String, title: String = "", issuer: String = "", published: Day? = nil,
    fiscalYear: Int? = nil, mediaType: String = "", encoding: String = "", reader: String = ""
  ) {
    self.path = path
    self.title = title
    self.issuer = issuer
    self.published = published
    self.fiscalYear = fiscalYear
    self.mediaType = mediaType
    self.encoding = encoding
    self.reader = reader
  }
}
