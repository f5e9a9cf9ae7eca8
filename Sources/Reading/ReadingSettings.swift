/// How a source is to be read, where its pipeline file says so; what is not said is found out.
public struct ReadingSettings: Sendable, Hashable {
  /// The encoding of a text; nothing means: find it.
  public var encoding: TextEncoding?
  /// What to do with bytes that stand for nothing in the encoding.
  public var decodingPolicy: DecodingPolicy = .refuse
  /// What the source is; nothing means: find it from the content.
  public var kind: FileKind?
  /// The byte between the fields of a delimited file; nothing means: find it.
  public var delimiter: UInt8?
  /// The byte around fields of a delimited file.
  public var quote = UInt8(ascii: "\"")
  /// The row of a delimited file that names the columns.
  public var header: Header = .find
  /// What the pages of a PDF are read as.
  public var pages: Pages = .text
  /// What the source may ask of the machine.
  public var limits = ReadingLimits()

  /// The settings that hold unless a pipeline file says otherwise.
  public init() {}

  /// What to do with bytes that stand for nothing in the encoding; each is a finding either way.
  public enum DecodingPolicy: String, Sendable, Hashable, CaseIterable {
    /// Refuse the source.
    case refuse
    /// Read the source with U+FFFD in their place.
    case replace
  }

  /// What the pages of a PDF are read as.
  public enum Pages: String, Sendable, Hashable, CaseIterable {
    /// One running text.
    case text
    /// Sheets of cells: their tables, each with the lines just above it.
    case tables
  }

  /// The row of a delimited file that names the columns.
  public enum Header: Sendable, Hashable {
    /// The first row that is as wide as the table, unless it holds numbers.
    case find
    /// No row.
    case none
    /// The row with this number, from 1.
    case row(Int)
  }
}
