private import CPoppler

/// A PDF as its pages.
public struct PDFFile: Sendable, Hashable {
  /// The pages in order.
  public let pages: [PDFPage]
  /// What the library complained about first, empty if nothing: some of the file may be missing.
  public let complaint: String

  /// Reads a file in a process of its own, which cannot harm this one.
  ///
  /// The corresponding C functions are `poppler_page_get_text` and `poppler_page_get_text_layout`.
  public init(_ bytes: Span<UInt8>, limits: PDFLimits) throws(PDFError) {
    var asked = choai_pdf_limits()
    asked.pages = Int32(clamping: limits.pages)
    asked.characters = Int64(clamping: limits.characters)
    asked.seconds = Int32(clamping: min(limits.seconds, 86_400))
    asked.memory = Int64(clamping: limits.memory)
    var answer = unsafe bytes.withUnsafeBufferPointer { file in
      unsafe choai_pdf_read(file.baseAddress, file.count, asked)
    }
    defer { unsafe choai_pdf_free(&answer) }
    let message = unsafe PDFFile.message(of: answer)
    if let code = unsafe PDFFile.code(of: answer) {
      throw unsafe PDFError(code, detail: Int(answer.detail), message: message)
    }
    let words = unsafe UnsafeBufferPointer(start: answer.words, count: answer.count)
    guard let pages = unsafe PDFFile.pages(words.span) else {
      throw PDFError(.crashed, message: message)
    }
    self.pages = pages
    complaint = message
  }

  private static func message(of answer: choai_pdf_answer) -> String {
    var answer = unsafe answer
    return unsafe withUnsafeBytes(of: &answer.message) { bytes in
      var text: [UInt8] = []
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        if byte == 0 { break }
        text.append(byte < 0x20 ? 0x20 : byte)
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  private static func code(of answer: choai_pdf_answer) -> PDFError.Code? {
    switch unsafe choai_pdf_fault(UInt32(bitPattern: answer.fault)) {
    case CHOAI_PDF_READ: nil
    case CHOAI_PDF_NO_LIBRARY: .noLibrary
    case CHOAI_PDF_ENCRYPTED: .encrypted
    case CHOAI_PDF_DAMAGED: .damaged
    case CHOAI_PDF_TOO_MANY_PAGES: .pages
    case CHOAI_PDF_TOO_MANY_CHARACTERS: .characters
    case CHOAI_PDF_TOO_SLOW: .seconds
    case CHOAI_PDF_TOO_LARGE: .memory
    case CHOAI_PDF_UNPLACED: .unplaced
    case CHOAI_PDF_SYSTEM: .system
    default: .crashed
    }
  }
}

extension PDFFile {
  // A page begins with a mark, its width, its height and two counts; a character or a line has
  // five words.
  private static let headWords = 5
  private static let itemWords = 5
  private static let pageMark: Int32 = 1

  /// The pages that the words of the other process describe; nothing where they are not of that
  /// form, since a file may have got the better of it.
  private static func pages(_ words: Span<Int32>) -> [PDFPage]? {
    var pages: [PDFPage] = []
    var position = 0
    while position < words.count {
      guard words.count - position >= headWords, words[position] == pageMark else { return nil }
      let width = Int(words[position + 1])
      let height = Int(words[position + 2])
      let characters = Int(words[position + 3])
      let rules = Int(words[position + 4])
      position += headWords
      guard characters >= 0, rules >= 0,
        (words.count - position) / itemWords >= characters + rules
      else { return nil }
      var page = PDFPage(box: PDFBox(left: 0, top: 0, right: width, bottom: height))
      page.characters.reserveCapacity(characters)
      for _ in 0..<characters {
        // What is no character of Unicode is shown as one that stands for nothing.
        let scalar = Unicode.Scalar(UInt32(bitPattern: words[position])) ?? "\u{FFFD}"
        page.characters.append(PDFCharacter(scalar, box(words, position + 1)))
        position += itemWords
      }
      for _ in 0..<rules {
        page.rules.append(PDFRule(isVertical: words[position] != 0, box(words, position + 1)))
        position += itemWords
      }
      pages.append(page)
    }
    return pages
  }

  /// A box whose edges are in order, whatever the words say.
  private static func box(_ words: Span<Int32>, _ position: Int) -> PDFBox {
    let x = (Int(words[position]), Int(words[position + 2]))
    let y = (Int(words[position + 1]), Int(words[position + 3]))
    return PDFBox(
      left: min(x.0, x.1), top: min(y.0, y.1), right: max(x.0, x.1), bottom: max(y.0, y.1))
  }
}
