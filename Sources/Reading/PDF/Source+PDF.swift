import Model
import PDF

/// PDF files: their text in reading order, as the places of the characters show it.
extension Source {
  private static let asText = "take the text out of it and add that as a text"

  mutating func readPDF(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> Document.Content {
    identify(as: .pdf)
    let allowed = PDFLimits(
      pages: limits.pdfPages, characters: limits.pdfCharacters, seconds: limits.pdfSeconds,
      memory: limits.pdfMemory)
    let file: PDFFile
    do throws(PDFError) { file = try PDFFile(bytes, limits: allowed) } catch {
      throw refusal(error)
    }
    try check(file)
    let read = PagedDocument(file.pages)
    guard settings.pages == .tables else {
      tables = read.tables
      return .text(read.body)
    }
    guard !read.captionedTables.isEmpty else {
      throw Refusal(
        .empty, "no page of the PDF holds a table whose cells are clear",
        advice: "leave out 'pages: tables' to read it as a text")
    }
    return .sheets(read.captionedTables)
  }

  /// What the library could not read is missing from the text, so the source is not read whole.
  private mutating func check(_ file: PDFFile) throws(Refusal) {
    if !file.complaint.isEmpty {
      guard settings.decodingPolicy == .replace else {
        throw Refusal(
          .malformed, "the PDF is damaged: \(file.complaint)",
          advice: "open it in a viewer, print it to a new PDF and check that nothing is missing")
      }
      findings.add(
        .sourceDamaged, subject: file.complaint,
        "the PDF is damaged and some of it may be missing: \(file.complaint)")
    }
    guard file.pages.contains(where: { !$0.characters.isEmpty }) else {
      throw Refusal(
        .empty, "no page of the PDF holds text; it may be made of pictures",
        advice: "put it through text recognition and add the result")
    }
    for (index, page) in file.pages.enumerated() where page.characters.isEmpty {
      findings.add(
        .pageWithoutText, subject: "\(index + 1)",
        "page \(index + 1) holds no text; if it is a picture, nothing of it was read")
    }
  }

  private func refusal(_ error: PDFError) -> Refusal {
    let reason = error.message.isEmpty ? "" : ": \(error.message)"
    switch error.code {
    case .noLibrary:
      return Refusal(
        .unsupported, "this is a PDF file, and the library that reads PDF is not installed",
        advice: "install the Debian package libpoppler-glib8, or \(Source.asText)")
    case .encrypted:
      return Refusal(
        .password, "the PDF is encrypted with a password",
        advice: "save it without a password and add that file")
    case .damaged:
      return Refusal(
        .malformed,
        error.detail > 0
          ? "page \(error.detail) of the PDF cannot be read\(reason)"
          : "the PDF is damaged\(reason)", advice: "fetch it again, or \(Source.asText)")
    case .pages: return .limit(\.pdfPages, of: limits, "the PDF has \(error.detail) pages")
    case .characters:
      return .limit(
        \.pdfCharacters, of: limits, "the PDF has too many characters by page \(error.detail)")
    case .seconds: return .limit(\.pdfSeconds, of: limits, "the PDF takes too long to read")
    case .memory: return .limit(\.pdfMemory, of: limits, "the PDF takes too much memory to read")
    case .crashed:
      return Refusal(
        .malformed, "the library that reads PDF stopped in the middle of it\(reason)",
        advice: Source.asText)
    case .unplaced:
      return Refusal(
        .unsupported, "the places of the characters on page \(error.detail) are not known",
        advice: Source.asText)
    case .system:
      return Refusal(
        .limit, "the system gave no process to read the PDF in (error \(error.detail))",
        advice: "run it again with fewer jobs")
    }
  }
}
