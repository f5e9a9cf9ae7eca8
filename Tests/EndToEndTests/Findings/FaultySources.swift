import Platform
import TestSupport

/// A project whose sources have every fault that has a code of its own.
enum FaultySources {
  static let pipeline = """
    name: samples
    default: true
    families:
      any: {}
      own: {}
    sources:
      - files: "missing-*.csv"
        family: any
      - files: kept.txt
        on_missing: keep
        family: any
      - files: head.csv
        header_row: 2
        family: any
      - files: damaged.pdf
        undecodable: replace
        family: any
      - files: own.csv
        family: own
      - files: "*.*"
        fiscal_year: 2022
        family: any
    registries:
      ministries: registries/ministries.csv
      programmes: registries/programmes.csv
      projects: registries/projects.csv
      decisions: registries/decisions.csv
      waivers: registries/waivers.csv
    rules:
      - rule: total
      - rule: printed_total
      - rule: prior_year
      - rule: restated
      - rule: components
      - rule: series
      - rule: target
      - rule: registry
      - rule: cross_ministry
        ministries: [own]
        headquarters: [any]

    """

  static let registries = [
    (
      "ministries.csv",
      "id,name,kind,abbreviations,aliases,first_year,last_year\n"
        + "mext,文部科学省,ministry,文,,,\n"
    ),
    (
      "programmes.csv",
      "id,name,aliases,ministries,first_year,last_year,succeeds\np-1,甲研究事業,,mext,,,\n"
        + "p-2,港湾水深調査事業,,mext,,,\n"
    ),
    (
      "projects.csv",
      "id,name,aliases,first_year,last_year,succeeds\nj-1,旧プロジェクト,,2015,2019,\n"
    ),
    (
      "decisions.csv",
      "finding,answer,reason,author,day,source_hash\n"
        + "f-0123456789abcdef,甲研究事業,確認済み,佐藤,2022-06-03,\n"
    ),
    (
      "waivers.csv",
      "finding,reason,author,ends\nf-fedcba9876543210,確認済み,佐藤,2022-06-03\n"
    ),
  ]

  static let texts = [
    ("stray", "?"),
    ("shrinking.txt", "一行0\n一行1\n一行2\n一行3\n一行4\n一行5\n一行6\n一行7\n一行8\n"),
    ("kind.csv", "a,b\n1,2\n3,4\n"),
    ("moved.csv", "事業名,備考\n甲研究事業,あり\n"),
    ("kept.txt", "令和4年度\n予算\n"),
    ("replaced.txt", "置き換え\u{FFFD}あり\n"),
    (
      "declared.html",
      "<html><head><meta charset=\"Shift_JIS\"></head><body><p>予算の表</p></body></html>"
    ),
    ("named.csv", "<!DOCTYPE html><html><body><p>見つかりません</p></body></html>"),
    ("codes.csv", "事業,額,,額\n甲,1,2,3\n\"乙\n研究\",1,2\n丙,1,2,3,4\n丁\u{0},1,2,3\n\n戊\"己,1,2,3\n"),
    ("head.csv", "甲,1\n\n乙,2\n"),
    ("mentions.txt", "令和4年6月31日\n平成32年3月31日\n99999999999兆円\n"),
    (
      "links.txt",
      "２．森林プロジェクト 開発機構対象経費\n令和5年度予算額9億円\n\n● 間伐推進事業：手入れ\n● 苗木育成事業：育苗\n\n予算額4億円\n\n"
        + "予算額5億円\n"
    ),
    ("total.txt", "１．旧プロジェクト 開発機構対象経費\n令和4年度予算額71億円\n\n● 甲研究事業：研究 予算額20億円\n\n● 乙研究事業：普及 予算額45億円\n"),
    ("table.csv", ",（単位：百万円）\n事業名,令和4年度予算額\n戊研究事業,300\n丙研究事業,200\n計,600\n"),
    (
      "rounding.txt",
      "３．港湾プロジェクト 開発機構対象経費\n令和4年度予算額3億円\n\n● 岸壁補修事業：補修 予算額2億円\n\n"
        + "● 航路整備事業：整備 予算額2億円\n"
    ),
    ("variant.txt", "港湾水深調査プログラム\n令和４年度予算額 9億円\n"),
    ("prior.txt", "丙研究事業\n令和６年度当初予算案 30百万円（26百万円）※（）内は前年度当初予算額\n"),
    ("before.txt", "丙研究事業\n令和５年度当初予算 28百万円\n"),
    ("parts.txt", "丁研究事業\n令和３年度第１次補正予算（67億円）\n①堤防の補強の費用（20億円）\n②観測所の設置（45億円）\n"),
    ("again.csv", ",（単位：百万円）\n事業名,令和4年度予算額\n丙研究事業,250\n"),
    ("own.csv", ",（単位：百万円）,\n府省,事業名,令和4年度予算額\n文部科学省,甲研究事業,2200\n"),
    ("unread.txt", "一覧\n\n表\n（単位：百万円）\n区分　左の欄　右の欄\n甲調査　1,203　1,310\n乙調査　25　31\n"),
    ("measures.txt", "• 調べる。（◎文、月）\n\n• 測る。（文）\n"),
    (
      "indicators.txt",
      "① 海洋プロジェクト\n\n2026年度末までの達成目標\n最新の\n数値\n\n＜アウトプット＞\n\n• 航海件数\n25件\n\n"
        + "12件（4/3/2）\nA\n\n予定より早い。\n\n※（ ）は各年度（R2/R3/R4）の単年実績\n"
    ),
  ]

  /// Makes the project in a folder.
  static func make(in folder: String) throws {
    try Folder.create(folder + "/raw")
    try Folder.create(folder + "/pipelines/registries")
    try Files.writeNew(folder + "/pipelines/samples.yaml", Array(pipeline.utf8))
    for (name, text) in registries {
      try Files.writeNew(folder + "/pipelines/registries/" + name, Array(text.utf8))
    }
    for (name, text) in texts { try put(name, Array(text.utf8), in: folder) }
    try put("broken.txt", Array("予算".utf8) + [0xFF, 0x0A], in: folder)
    let cells = cells.file
    try put("cells.xlsx", cells, in: folder)
    // The checksum of the first entry, before the entry and not in the directory.
    var inconsistent = cells
    inconsistent[14] ^= 1
    try put("inconsistent.xlsx", inconsistent, in: folder)
    try put("unitless.xlsx", unitless.file, in: folder)
    try put("messy.xlsx", messy.file, in: folder)
    try put("details.xlsx", details.file, in: folder)
    try put("hidden.xlsx", hidden.file, in: folder)
    try put("damaged.pdf", damaged.file, in: folder)
  }

  /// What lies there on the next morning, and what people have answered.
  static func age(_ folder: String, link: String, total: String) throws {
    try Files.remove(folder + "/raw/kept.txt")
    for (name, text) in [
      ("shrinking.txt", "一行\n"), ("moved.csv", "備考,事業名\nあり,甲研究事業\n"), ("empty.json", "[]"),
      ("kind.csv", "<!DOCTYPE html><html><body><p>404</p></body></html>"),
    ] {
      try Files.replace(folder + "/raw/" + name, with: Array(text.utf8))
    }
    let hash = String(repeating: "0", count: 64)
    try answer("decisions", "\(link),間伐推進事業,確認済み,佐藤,2022-06-03,\(hash)\n", in: folder)
    try answer("waivers", "\(total),確認済み,佐藤,2022-06-03\n", in: folder)
  }

  private static func put(_ name: String, _ bytes: [UInt8], in folder: String) throws {
    try Files.writeNew(folder + "/raw/" + name, bytes)
  }

  private static func answer(_ file: String, _ line: String, in folder: String) throws {
    let path = "\(folder)/pipelines/registries/\(file).csv"
    try Files.replace(path, with: try Files.read(path) + Array(line.utf8))
  }

  private static var cells: WorkbookBuilder {
    var book = WorkbookBuilder()
    book.styles = [0, 14]
    book.strings = "<si><t>1,200</t></si>"
    book.rows = """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>
      <row r="2"><c r="A2"><f>A1*2</f></c><c r="B2"><v>274.65999999999997</v></c>
      <c r="C2" s="1"><v>60</v></c><c r="D2" t="s"><v>0</v></c></row>
      """
    book.afterRows = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
    return book
  }

  private static var unitless: WorkbookBuilder {
    var book = WorkbookBuilder()
    book.strings = ["事業名", "令和4年度予算額", "甲研究事業"].map { "<si><t>\($0)</t></si>" }.joined()
    book.rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
      <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1200</v></c></row>
      """
    return book
  }

  /// Two tables on a sheet, with cells that are no plain number.
  private static var messy: WorkbookBuilder {
    let amounts = (1...8).map { ["庚調査\($0)", "\($0)"] }
    return workbook(
      [["（単位：百万円）"], ["事業名", "令和4年度予算額"]]
        + [["己調査", "1,300 1,400"], ["辛調査", "1 250"], ["壬調査", "－"], ["癸調査", "未定"], []]
        + [["事業名", "令和4年度決算額"]] + amounts.prefix(4) + [["子調査", "1.5"]]
        + amounts.dropFirst(4))
  }

  /// One amount on each row of its details.
  private static var details: WorkbookBuilder {
    let rows = (1...9).map { ["寅調査", "700", "内訳\($0)"] }
    return workbook([["（単位：百万円）"], ["事業名", "令和4年度予算額", "内訳"]] + rows)
  }

  /// Rows that a reader of the workbook does not see.
  private static var hidden: WorkbookBuilder {
    var book = workbook(
      [["（単位：百万円）"], ["事業名", "令和4年度予算額"]] + (1...4).map { ["卯調査\($0)", "\($0)"] })
    for row in 4...6 {
      book.rows = book.rows.replacing("<row r=\"\(row)\">", with: "<row r=\"\(row)\" hidden=\"1\">")
    }
    return book
  }

  /// A workbook of a sheet; texts of digits are numbers.
  private static func workbook(_ rows: [[String]]) -> WorkbookBuilder {
    var book = WorkbookBuilder()
    var number = 0
    for row in rows {
      number += 1
      book.rows += "<row r=\"\(number)\">"
      for (column, text) in zip(["A", "B", "C"], row) {
        let cell = "<c r=\"\(column)\(number)\""
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) {
          book.rows += "\(cell)><v>\(text)</v></c>"
        } else {
          book.rows += "\(cell) t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
      }
      book.rows += "</row>"
    }
    return book
  }

  /// A word that is no operator, and a second page with nothing on it.
  private static var damaged: PDFBuilder {
    var builder = PDFBuilder(content: "BT /F1 10 Tf 72 700 Td (A) Tj ET lost")
    builder.objects[1] = Array("<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>".utf8)
    builder.objects.append(Array("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".utf8))
    return builder
  }
}
