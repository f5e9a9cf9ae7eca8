import JapaneseText

/// A name apart from what writers vary: marks, the forms of characters, its last words.
struct NameForms: Hashable {
  /// Its letters in their common forms, without marks and conjunctions.
  let letters: [Unicode.Scalar]
  /// Their hashes.
  let hashes: LetterHashes
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
    self.letters = Array(letters.unicodeScalars)
    hashes = LetterHashes(self.letters)
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

  /// Where a letter may be another or be missing in a variant of the name.
  ///
  /// A digit or a Latin letter is left as it is, since it tells names of a row apart.
  var gaps: [Int] {
    letters.count < NameForms.shortest ? [] : letters.indices.filter { isGap($0) }
  }

  private func isGap(_ position: Int) -> Bool {
    !letters[position].isASCII && letters[position].properties.numericType == nil
  }

  /// Whether a name of as many letters has the same ones but at a position.
  func isSame(_ other: NameForms, butAt position: Int) -> Bool {
    letters.count == other.letters.count && other.isGap(position)
      && letters[..<position] == other.letters[..<position]
      && letters[(position + 1)...] == other.letters[(position + 1)...]
  }

  /// Whether a name has the same letters but for the one at a position, which it lacks.
  func isLonger(_ other: NameForms, by position: Int) -> Bool {
    letters.count == other.letters.count + 1
      && letters[..<position] == other.letters[..<position]
      && letters[(position + 1)...] == other.letters[position...]
  }
}
