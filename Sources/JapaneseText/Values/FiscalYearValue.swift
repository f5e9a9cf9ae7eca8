/// A cell that names one fiscal year, as the heading of its column says: 令和４年度, R4, 2022.
extension FiscalYear {
  /// Reads the year that a text in UTF-8 is; nothing where it is something else.
  ///
  /// 年度 may be left out or be 年, since the heading says that the year is a fiscal one.
  public static func read(cell text: Span<UInt8>) -> FiscalYear? {
    let source = Source(bytes: text)
    let start = source.gap(at: 0).end
    guard let year = try? YearReader(source: source).year(at: start) else { return nil }
    var end = source.gap(at: year.end).end
    if let after = source.skipBroken(DateWords.accounting, at: end) {
      end = after.end
    } else if let after = source.skipBroken(DateWords.year, at: end) {
      end = source.skipBroken(DateWords.degree, at: after.end)?.end ?? after.end
    }
    return source.skipSpacesBack(text.count) == end ? FiscalYear(year.western) : nil
  }
}
