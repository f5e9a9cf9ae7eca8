import Platform

/// The PDF files that Tests/Fixtures/make_pdfs.py wrote.
public enum PDFFixture {
  /// The path of a file.
  public static func path(_ name: String, file: String = #filePath) -> String {
    Files.parent(of: Files.parent(of: file)) + "/Fixtures/PDF/" + name
  }

  /// The bytes of a file.
  public static func bytes(_ name: String) throws -> [UInt8] {
    try Files.read(path(name))
  }
}
