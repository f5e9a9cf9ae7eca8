public import Model

/// All that a snapshot holds, before it is written.
public struct SnapshotContent: Sendable {
  /// What the package says of itself.
  public var metadata: PackageMetadata
  /// The tables in published order.
  public var tables: [CSVTable]
  /// Where the characters of each row stand.
  public var places: [RowPlace]
  /// Files made elsewhere, such as the report.
  public var attachments: [Attachment]

  /// Makes content.
  public init(
    metadata: PackageMetadata, tables: [CSVTable], places: [RowPlace] = [],
    attachments: [Attachment] = []
  ) {
    self.metadata = metadata
    self.tables = tables
    self.places = places
    self.attachments = attachments
  }

  /// Makes content of tables with their values.
  public init(
    metadata: PackageMetadata, tables: [Table], places: [RowPlace] = [],
    attachments: [Attachment] = []
  ) {
    self.init(
      metadata: metadata, tables: tables.map { CSVTable($0) }, places: places,
      attachments: attachments)
  }

  /// A file that is put into the snapshot as it is.
  public struct Attachment: Sendable {
    /// Its path in the snapshot's folder.
    public var path: String
    /// Its media type.
    public var mediaType: String
    /// Its bytes.
    public var bytes: [UInt8]

    /// Makes an attachment.
    public init(path: String, mediaType: String, bytes: [UInt8]) {
      self.path = path
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }
}

/// The place of a row's characters in its source.
public struct RowPlace: Sendable, Hashable {
  /// The key of the row.
  public var row: String
  /// The key of the source.
  public var document: String
  /// Where the characters stand.
  public var place: Place

  /// Ties a row to its place.
  public init(row: String, document: String, place: Place) {
    self.row = row
    self.document = document
    self.place = place
  }
}
