import JapaneseText

/// A name apart from what writers vary: marks, the forms of characters, its last words.
struct NameForms: Hashable {
  /// Its letters in their common forms, without marks and conjunctions.
  let letters: String
  /// The letters without the words that say what sort of thing it is: 事業, プログラム, 研究.
  let stem: String
  /// Its letters as they are printed, without marks.
  let printed: String

  // Characters with a second form that is printed for the same word.
  private static let commonForms: [Unicode.Scalar: Unicode.Scalar] = [
    "靭": "靱", "髙": "高", "﨑": "崎", "邊": "辺", "邉": "辺", "齋": "斎", "齊": "斉", "澤": "沢", "廣": "広",
    "學": "学", "國": "国", "體": "体", "醫": "医", "藥": "薬", "發": "発", "應": "応", "對": "対", "總": "総",
    "濟": "済", "經": "経", "驗": "験", "實": "実", "證": "証", "圖": "図", "會": "会", "關": "関", "變": "変",
    "號": "号", "當": "当", "眞": "真", "檜": "桧", "礦": "鉱", "曾": "曽", "籠": "篭", "頸": "頚", "瘦": "痩",
    "顚": "顛", "塡": "填", "豐": "豊", "彌": "弥", "冨": "富", "嶋": "島", "峯": "峰", "舘": "館", "ヶ": "ケ",
    "ヵ": "カ", "龍": "竜", "瀧": "滝", "槇": "槙", "鹽": "塩", "灣": "湾", "萬": "万", "縣": "県", "區": "区",
  ]
  // Marks that a name keeps its meaning without.
  private static let marks: Set<Unicode.Scalar> = [
    " ", "・", ",", "、", "*", "※", "(", ")", "「", "」", "-", "ー", "‐", "―", "–", "/", "~", ":", "'",
    "\"",
    "[", "]", "【", "】", "<", ">", "『", "』", "＝", "=", ".", "。",
  ]
  private static let conjunctions = ["及び", "および", "並びに", "ならびに"]
  private static let lastWords = [
    "プロジェクト", "プログラム", "事業費", "補助金", "事業", "研究", "開発", "推進", "計画", "構想", "経費", "費", "等",
  ]
  /// Shorter stems are words of many names.
  private static let shortestStem = 4

  init(_ name: String) {
    var kept = String.UnicodeScalarView()
    var common = String.UnicodeScalarView()
    for scalar in fold(name).unicodeScalars where !NameForms.marks.contains(scalar) {
      kept.append(scalar)
      common.append(NameForms.commonForms[scalar] ?? scalar)
    }
    printed = String(kept)
    var letters = String(common)
    for word in NameForms.conjunctions { letters = letters.replacing(word, with: "") }
    self.letters = letters
    stem = NameForms.stem(of: letters)
  }

  private static func stem(of letters: String) -> String {
    var stem = Substring(letters)
    while let word = lastWords.first(where: { stem.hasSuffix($0) }) {
      let rest = stem.dropLast(word.count)
      guard rest.unicodeScalars.count >= shortestStem else { break }
      stem = rest
    }
    return String(stem)
  }

  // MARK: - Names that differ in one character

  /// Names of fewer letters differ in one without being variants.
  private static let shortest = 8

  /// The letters with each of them left open in turn, one of which names that differ in one
  /// character share.
  ///
  /// A digit or a Latin letter is left as it is, since it tells names of a row apart.
  var open: [String] { holes(filledWith: "\u{0}") }

  /// The letters with each of them left out in turn.
  var shortened: [String] { holes(filledWith: nil) }

  private func holes(filledWith mark: Unicode.Scalar?) -> [String] {
    let scalars = Array(letters.unicodeScalars)
    guard scalars.count >= NameForms.shortest else { return [] }
    return scalars.indices.compactMap { index in
      if scalars[index].isASCII || scalars[index].properties.numericType != nil { return nil }
      var view = String.UnicodeScalarView()
      for (position, scalar) in scalars.enumerated() {
        if position != index { view.append(scalar) } else if let mark { view.append(mark) }
      }
      return String(view)
    }
  }
}
