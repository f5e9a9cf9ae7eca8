import JapaneseText
import Testing

/// A line end put in anywhere inside a mention changes nothing but the flag `joined`.
@Suite struct LineBreakTests {
  private static let breaks = ["\n", "\n\n", " \n", "\n\u{0C}", "\r\n"]

  @Test(
    arguments: [
      "令和４年６月３日", "令和4年6月3日", "平成28年11月17日", "令和10年12月31日", "平成三十年四月一日", "㋿４年６月",
      "令和６年度", "令和元年度", "2024年度末", "2020年12月末", "2021年7月末日", "令和4年6月上旬",
      "令和4年度上半期", "令和4年度第4四半期", "令和２～５年度", "H28～30年度", "平成30～令和2年度",
      "2022年11月29日～12月2日", "令和2年4月～令和6年1月", "平成25年5月から令和元年9月まで", "2025年度から2029年度まで",
      "令和４（2022）年６月３日", "平成31（令和元）年度", "令和３年度以降", "令和5年3月31日まで", "同年12月４日", "前々年度",
      "翌年3月", "一昨年度", "11月29日", "1970年代", "R4年6月3日", "令和2・3年度",
    ])
  func dates(text: String) throws {
    let anchor = Day(iso: "2022-06-03")
    let whole = try DateValue.read(text, anchor: anchor).get()
    for (broken, mark) in variants(of: text) {
      let value = try? DateValue.read(broken, anchor: anchor).get()
      #expect(value?.start == whole.start, "\(mark) in \(broken)")
      #expect(value?.end == whole.end, "\(mark) in \(broken)")
      #expect(value?.kind == whole.kind, "\(mark) in \(broken)")
    }
  }

  @Test(
    arguments: [
      "予算額 21.8億円", "予算額 1,259億円", "約12億円程度", "（44百万円）", "予算額 1兆2,345億円", "予算額 1億2,000万円",
      "約５千億円", "予算額 36.5億円", "予算額 46億円の内数", "予算額 124億円（一部再掲）", "数百億円程度", "予算額 三億二千万円",
      "予算額 100億円以上", "予算額 30億円余", "▲3億円", "予算額 194百万円",
    ])
  func amounts(text: String) throws {
    let whole = try AmountValue.read(text).get().mention
    for (broken, mark) in variants(of: text) {
      let mention = try? AmountValue.read(broken).get().mention
      #expect(mention?.yen == whole.yen, "\(mark) in \(broken)")
      #expect(mention?.unitYen == whole.unitYen, "\(mark) in \(broken)")
      #expect(mention?.qualifiers == whole.qualifiers, "\(mark) in \(broken)")
    }
  }

  /// Every way to put one break between two characters of a text.
  private func variants(of text: String) -> [(text: String, mark: String)] {
    let scalars = Array(text.unicodeScalars)
    return (1..<scalars.count).flatMap { cut in
      LineBreakTests.breaks.map { mark in
        var broken = String.UnicodeScalarView(scalars[..<cut])
        broken.append(contentsOf: mark.unicodeScalars)
        broken.append(contentsOf: scalars[cut...])
        return (String(broken), mark.debugDescription)
      }
    }
  }

  @Test(arguments: [
    ("令和４年\n・６月の会議", "令和４年"), ("令和４年\n○６月の会議", "令和４年"), ("令和４年度\n〇６月", "令和４年度"),
    ("令和４年\n\n１．２月の予定", "令和４年"), ("2022年度\n12 概要", "2022年度"),
  ])
  func bulletsAndHeadingsEndAMention(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let first = TextScanner.mentions(in: bytes).dates.first
    #expect(first.map { String(decoding: bytes[$0.range], as: UTF8.self) } == expected)
  }

  @Test func twoCompleteAmountsAreNotJoined() {
    let amounts = TextScanner.mentions(in: Array("件数 12\n3億円\n4億円".utf8)).amounts
    #expect(amounts.map(\.yen) == [300_000_000, 400_000_000])
    #expect(amounts.map(\.flags) == [[], []])
  }
}
