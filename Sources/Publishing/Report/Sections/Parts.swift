import JapaneseText
import Model

/// Pieces that several sections use.
struct Parts {
  /// How many source lines or rows are shown for one card or row; the dataset has them all.
  static let most = 60

  private let paths: [String: String]
  private let excerpts: [String: [SourceExcerpt]]

  init(_ content: ReportContent) {
    paths = Dictionary(
      content.documents.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
    excerpts = content.excerpts
  }

  /// Where a row stands: the path of its source and the line.
  func place(_ document: String, _ line: Int?) -> Markup {
    let path = paths[document] ?? document
    guard let line, line > 0 else { return "\(path)" }
    return "\(path):\(line)"
  }

  /// The source lines of rows, folded up until somebody wants them.
  func sources(of rows: some Sequence<String>, isOpen: Bool = false) -> Markup {
    var seen: Set<SourceExcerpt> = []
    let pieces = rows.flatMap { excerpts[$0] ?? [] }.filter { seen.insert($0).inserted }
    guard !pieces.isEmpty else { return .nothing }
    let shown = pieces.prefix(Parts.most)
    // Stretches of one source stand under one heading.
    var groups: [(head: SourceExcerpt, bodies: [Markup])] = []
    for piece in shown {
      if let last = groups.last?.head, last.document == piece.document, last.sheet == piece.sheet {
        groups[groups.count - 1].bodies.append(body(piece))
      } else {
        groups.append((piece, [body(piece)]))
      }
    }
    let sources = groups.map { group -> Markup in
      let path = paths[group.head.document] ?? group.head.document
      let sheet: Markup = group.head.sheet.isEmpty ? .nothing : " ［\(group.head.sheet)］"
      return "<p class=\"soft\">\(path)\(sheet)</p>\(group.bodies)"
    }
    return """
      <details\(isOpen ? " open" : Markup.nothing)><summary>\(Bilingual("原文", "Source lines")) \
      (\(pieces.count))</summary>\(sources)\(Parts.rest(pieces.count - shown.count))</details>
      """
  }

  /// A sentence about what is not shown.
  static func rest(_ count: Int) -> Markup {
    guard count > 0 else { return .nothing }
    let number = PeopleNumbers.number(count)
    return nothing("ほか \(number) 件はデータにあります。", "\(number) more are in the dataset.")
  }

  private func body(_ excerpt: SourceExcerpt) -> Markup {
    let lines = excerpt.lines.map { line -> Markup in
      "<span class=\"n\">\(line.number)</span>\(Parts.marked(line))\n"
    }
    return "<pre lang=\"ja\">\(lines)</pre>"
  }

  private static func marked(_ line: SourceExcerpt.Line) -> Markup {
    let scalars = Array(line.text.unicodeScalars)
    func text(_ range: Range<Int>) -> String {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[range])
      return text
    }
    var markup = Markup.nothing
    var position = 0
    for mark in line.marks {
      let mark = mark.clamped(to: position..<max(position, scalars.count))
      guard !mark.isEmpty else { continue }
      markup += "\(text(position..<mark.lowerBound))<mark>\(text(mark))</mark>"
      position = mark.upperBound
    }
    return markup + "\(text(min(position, scalars.count)..<scalars.count))"
  }

  /// An amount for people and in full.
  static func amount(_ yen: Int64?) -> Markup {
    guard let yen else { return "<span class=\"soft\">—</span>" }
    return "<span title=\"\(PeopleNumbers.number(yen)) 円\">\(PeopleNumbers.yen(yen))</span>"
  }

  /// How much something matters, in words as well as in colour.
  static func badge(_ severity: Severity) -> Markup {
    let words =
      switch severity {
      case .error: Bilingual("エラー", "error")
      case .warning: Bilingual("警告", "warning")
      case .info: Bilingual("情報", "info")
      }
    return "<span class=\"badge \(severity.rawValue)\">\(words)</span>"
  }

  /// A sentence where a section has nothing to show.
  static func nothing(_ japanese: String, _ english: String) -> Markup {
    "<p class=\"soft\">\(Bilingual(japanese, english))</p>\n"
  }

  /// A fiscal year, `2022（令和4）年度`.
  static func year(_ year: Int) -> Bilingual {
    guard let era = Era.allCases.last(where: { $0.firstYear <= year }) else {
      return Bilingual("\(year)年度", "FY\(year)")
    }
    let number = year - era.firstYear + 1
    return Bilingual(
      "\(year)（\(era.name)\(number == 1 ? "元" : String(number))）年度", "FY\(year)")
  }
}

extension BudgetKind {
  /// The stage for people.
  var title: Bilingual {
    switch self {
    case .initial: Bilingual("当初予算", "initial")
    case .initialDraft: Bilingual("当初予算案", "initial draft")
    case .supplementary: Bilingual("補正予算", "supplementary")
    case .supplementaryDraft: Bilingual("補正予算案", "supplementary draft")
    case .request: Bilingual("概算要求", "request")
    case .settlement: Bilingual("決算", "settlement")
    case .other: Bilingual("その他", "other")
    }
  }
}

extension LinkMethod {
  /// The way for people.
  var title: Bilingual { Bilingual(japanese, rawValue) }

  private var japanese: String {
    switch self {
    case .sameLine: "同じ行"
    case .description: "事業の説明の末尾"
    case .onlyInItem: "事業の項目にある唯一の額"
    case .confirmed: "配置による。ほかの箇所の額とも一致"
    case .firstInItem: "事業の項目にある最初の額"
    case .restated: "ほかの箇所に同じ額が事業名とともにある"
    case .rounded: "事業名のある額を丸めた額"
    case .shared: "同じ事業を挙げる別のページに同じ額がある"
    case .onlyLeft: "ページに残る唯一の事業"
    case .relisted: "額がほかの箇所にもある、ページで唯一の事業"
    case .order: "ページ上の並び順"
    case .named: "額の後の括弧にある名前"
    case .title: "額の横の題名"
    case .heading: "額のすぐ上の見出し"
    case .stage: "すぐ上にある同じ事業の別の予算"
    case .onlyTitle: "ページで唯一の題名"
    case .titleYear: "年度を示すページの題名"
    case .titleGuess: "最も近い題名"
    case .total: "額の見出し"
    case .group: "括弧の前にある群の名前"
    case .component: "額の下にある番号付きの項目"
    case .sentence: "項目の主題"
    case .nearSentence: "額の前の名詞"
    case .column: "行の列"
    case .nothing: "ページに事業名がない"
    }
  }
}
