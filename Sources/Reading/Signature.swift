/// What the first bytes of a file say it is, where they say so.
enum Signature {
  case zip
  case gzip
  case pdf
  /// A container that old Office files and encrypted new ones are kept in.
  case compound
  /// A kind that is not read, with its name, media type and what to do.
  case unsupported(name: String, mediaType: String, advice: String)

  private struct Mark {
    let bytes: [UInt8]
    let signature: Signature

    init(_ bytes: [UInt8], _ signature: Signature) {
      self.bytes = bytes
      self.signature = signature
    }

    init(_ text: String, _ name: String, _ mediaType: String, _ advice: String) {
      self.init(
        Array(text.utf8), .unsupported(name: name, mediaType: mediaType, advice: advice))
    }
  }

  private static let convertXLS = Signature.unsupported(
    name: "an old Excel file (XLS)", mediaType: "application/vnd.ms-excel",
    advice: "save it as XLSX or ODS and add that file")
  private static let unpack = "unpack it and add the files in it"

  private static var marks: [Mark] {
    [
      Mark([0x50, 0x4B, 0x03, 0x04], .zip), Mark([0x50, 0x4B, 0x05, 0x06], .zip),
      Mark([0x1F, 0x8B], .gzip), Mark(Array("%PDF-".utf8), .pdf),
      Mark([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
      // Excel 2 to 4 wrote their records without a container.
      Mark([0x09, 0x00, 0x04, 0x00], convertXLS), Mark([0x09, 0x02, 0x06, 0x00], convertXLS),
      Mark([0x09, 0x04, 0x06, 0x00], convertXLS),
      Mark("{\\rtf", "an RTF file", "application/rtf", "save it as text and add that file"),
      Mark("PAR1", "a Parquet file", "application/vnd.apache.parquet", "save it as CSV"),
      Mark("SQLite format 3\0", "an SQLite file", "application/vnd.sqlite3", "save it as CSV"),
      Mark("Rar!", "a RAR archive", "application/vnd.rar", unpack),
      Mark(
        [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
        .unsupported(
          name: "a 7z archive", mediaType: "application/x-7z-compressed", advice: unpack)),
      Mark("BZh", "a bzip2 file", "application/x-bzip2", unpack),
      Mark(
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
        .unsupported(name: "an xz file", mediaType: "application/x-xz", advice: unpack)),
      Mark(
        [0x28, 0xB5, 0x2F, 0xFD],
        .unsupported(name: "a zstd file", mediaType: "application/zstd", advice: unpack)),
      Mark(
        [0x89, 0x50, 0x4E, 0x47],
        .unsupported(
          name: "a picture (PNG)", mediaType: "image/png", advice: "add its text or table")),
      Mark(
        [0xFF, 0xD8, 0xFF],
        .unsupported(
          name: "a picture (JPEG)", mediaType: "image/jpeg", advice: "add its text or table")),
    ]
  }

  /// The signature of a file, or nothing where it must be a text.
  static func find(in bytes: Span<UInt8>) -> Signature? {
    marks.first { bytes.starts(with: $0.bytes) }?.signature
  }
}
