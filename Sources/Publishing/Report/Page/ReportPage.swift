import Hashing

/// A page that needs nothing but itself: no network, no other file.
public struct ReportPage: Sendable {
  /// A part of the page with its entry in the contents.
  public struct Section: Sendable {
    let id: String
    let title: Bilingual
    let count: Int?
    let body: Markup

    /// Makes a section; its number stands beside its title.
    public init(id: String, title: Bilingual, count: Int? = nil, body: Markup) {
      self.id = id
      self.title = title
      self.count = count
      self.body = body
    }
  }

  private let title: String
  private let lead: Markup
  private let sections: [Section]
  private let documents: [(id: String, name: String)]

  /// Makes a page; the documents are those one can filter by.
  public init(
    title: String, lead: Markup, sections: [Section], documents: [(id: String, name: String)] = []
  ) {
    self.title = title
    self.lead = lead
    self.sections = sections
    self.documents = documents
  }

  /// The page as a file.
  public func bytes() throws(PublishingError) -> [UInt8] { Array(try markup().html.utf8) }

  private func markup() throws(PublishingError) -> Markup {
    // The browser runs this script and this style and nothing else.
    let policy =
      "default-src 'none'; style-src '\(try Base64.hash(of: ReportStyle.css))'; "
      + "script-src '\(try Base64.hash(of: ReportScript.javaScript))'; "
      + "base-uri 'none'; form-action 'none'"
    let style = Markup(trusted: ReportStyle.css)
    let script = Markup(trusted: ReportScript.javaScript)
    return """
      <!DOCTYPE html>
      <html lang="ja">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <a class="skip" href="#main">\(Bilingual("本文へ", "Skip to content"))</a>
      <header>
      <h1>\(title)</h1>
      \(languages)
      \(lead)
      \(contents)
      </header>
      \(filters)
      <main id="main">
      \(sections.map(section))</main>
      <script>\(script)</script>
      </body>
      </html>

      """
  }

  private var languages: Markup {
    """
    <fieldset class="languages">
    <legend>言語 / Language</legend>
    <label><input type="radio" name="language" id="language-ja" checked> 日本語</label>
    <label><input type="radio" name="language" id="language-en"> English</label>
    </fieldset>
    """
  }

  private var contents: Markup {
    let links = sections.map { section -> Markup in
      "<li><a href=\"#\(section.id)\">\(section.title)\(count(section))</a></li>"
    }
    return "<nav aria-label=\"目次 / Contents\"><ul>\(links)</ul></nav>"
  }

  private func count(_ section: Section) -> Markup {
    section.count.map { " <span class=\"count\">\($0)</span>" } ?? .nothing
  }

  private func section(_ section: Section) -> Markup {
    """
    <section id="\(section.id)" aria-labelledby="\(section.id)-title">
    <h2 id="\(section.id)-title">\(section.title)\(count(section))</h2>
    \(section.body)</section>

    """
  }

  private var filters: Markup {
    let options = documents.map { document -> Markup in
      "<option value=\"\(document.id)\">\(document.name)</option>"
    }
    return """
      <form class="filters" role="search" aria-label="絞り込み / Filter" hidden>
      <label>\(Bilingual("検索", "Search")) <input type="search" id="search" autocomplete="off"></label>
      <label>\(Bilingual("重大度", "Severity")) <select id="severity">
      <option value="">すべて / all</option><option value="error">エラー / error</option>
      <option value="warning">警告 / warning</option><option value="info">情報 / info</option>
      </select></label>
      <label>\(Bilingual("文書", "Document")) <select id="document">
      <option value="">すべて / all</option>\(options)</select></label>
      <button type="reset">\(Bilingual("解除", "Reset"))</button>
      <output id="found" aria-live="polite"></output>
      </form>
      """
  }
}

extension Markup {
  /// A style or script of the program, which is no markup and must not be escaped.
  fileprivate init(trusted source: StaticString) { self.init(literal: source.description) }

  private init(literal: String) { self.init(stringLiteral: literal) }
}

/// Base64, as a content security policy wants its hashes.
private enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func hash(of source: StaticString) throws(PublishingError) -> String {
    let hexadecimal = try FileFacts.hash(Array(source.description.utf8), "report.html")
    var bits = 0
    var count = 0
    var text: [UInt8] = []
    for digit in hexadecimal.utf8 {
      bits = bits << 4 | Int(digit < 0x3A ? digit - 0x30 : digit - 0x57)
      count += 4
      if count >= 6 {
        count -= 6
        text.append(digits[(bits >> count) & 63])
      }
    }
    if count > 0 { text.append(digits[(bits << (6 - count)) & 63]) }
    while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
    return "sha256-" + String(decoding: text, as: UTF8.self)
  }
}
