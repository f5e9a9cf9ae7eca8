/// What a source may ask of the machine before it is refused; a pipeline file may change each.
public struct ReadingLimits: Sendable, Hashable {
  /// Bytes of a source file.
  public var bytesPerFile = 256 << 20
  /// Bytes that a compressed file or all parts of an archive may unpack to.
  public var unpackedBytes = 1 << 30
  /// How many times larger than packed a part of an archive may be.
  public var unpackingRatio = 300
  /// Parts smaller than this may have any ratio: a small blank sheet packs very well.
  public var unpackedBytesOfAnyRatio = 4 << 20
  /// Entries of an archive.
  public var entriesPerArchive = 10_000
  /// Cells that hold something, over all sheets of a source.
  public var cells = 3_000_000
  /// Bytes of the text of one cell.
  public var bytesPerCell = 1 << 20
  /// Bytes of the texts of all cells of a source.
  public var textBytes = 256 << 20
  /// Merged areas of one sheet.
  public var mergedAreas = 200_000
  /// How deep elements or values may lie in each other.
  public var nesting = 200
  /// Pages of a PDF.
  public var pdfPages = 5000
  /// Characters of a PDF.
  public var pdfCharacters = 2_000_000
  /// Seconds by the clock for taking the characters out of a PDF.
  public var pdfSeconds = 10
  /// Bytes of memory for reading a PDF.
  public var pdfMemory = 384 << 20
  /// Findings of one code from one source; the rest are counted in the last one.
  public var findingsPerCode = 100

  /// The limits that hold unless a pipeline file says otherwise.
  public init() {}
}

extension ReadingLimits {
  /// The limits by the names that pipeline files and refusals use.
  public static var keys: [(name: String, path: WritableKeyPath<ReadingLimits, Int>)] {
    [
      ("bytes_per_file", \.bytesPerFile), ("unpacked_bytes", \.unpackedBytes),
      ("unpacking_ratio", \.unpackingRatio),
      ("unpacked_bytes_of_any_ratio", \.unpackedBytesOfAnyRatio),
      ("entries_per_archive", \.entriesPerArchive), ("cells", \.cells),
      ("bytes_per_cell", \.bytesPerCell), ("text_bytes", \.textBytes),
      ("merged_areas", \.mergedAreas), ("nesting", \.nesting),
      ("pdf_pages", \.pdfPages), ("pdf_characters", \.pdfCharacters),
      ("pdf_seconds", \.pdfSeconds), ("pdf_memory", \.pdfMemory),
      ("findings_per_code", \.findingsPerCode),
    ]
  }
}
