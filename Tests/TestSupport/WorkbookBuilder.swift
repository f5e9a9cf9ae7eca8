/// Makes small workbooks out of the XML of their parts.
public struct WorkbookBuilder {
  /// The content of `sheetData` of the only sheet.
  public var rows = ""
  /// What follows `sheetData`.
  public var afterRows = ""
  /// What stands before `sheetData`.
  public var beforeRows = ""
  /// The `si` elements.
  public var strings = ""
  /// The content of `numFmts`.
  public var formats = ""
  /// The number format ids of the cell styles.
  public var styles: [Int] = [0]
  /// Whether days are counted from 1904.
  public var is1904 = false
  /// The name space of spreadsheets and that of links between parts.
  public var isStrict = false
  /// A document type before the root of the sheet.
  public var documentType = ""

  /// A workbook with an empty sheet.
  public init() {}

  private var main: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }

  private var links: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  /// The parts by name.
  public var parts: [(name: String, text: String)] {
    let packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"
    let styleList = styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    return [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(packageLinks)\"><Relationship Id=\"r1\" "
          + "Type=\"\(links)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\">"
          + "<workbookPr date1904=\"\(is1904 ? 1 : 0)\"/>"
          + "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(packageLinks)\">"
          + "<Relationship Id=\"s1\" Type=\"\(links)/worksheet\" Target=\"worksheets/a.xml\"/>"
          + "<Relationship Id=\"s2\" Type=\"\(links)/sharedStrings\" Target=\"strings.xml\"/>"
          + "<Relationship Id=\"s3\" Type=\"\(links)/styles\" Target=\"styles.xml\"/>"
          + "</Relationships>"
      ),
      ("xl/strings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><numFmts>\(formats)</numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>\(styleList)</cellXfs>"
          + "</styleSheet>"
      ),
      (
        "xl/worksheets/a.xml",
        documentType + "<worksheet xmlns=\"\(main)\">\(beforeRows)<sheetData>\(rows)</sheetData>"
          + "\(afterRows)</worksheet>"
      ),
    ]
  }

  /// The file.
  public var file: [UInt8] { ZipBuilder(parts).archive }

  /// An OpenDocument spreadsheet of the content of `office:spreadsheet`.
  public static func openDocument(
    _ tables: String, styles: String = "", manifest: String = ""
  ) -> [UInt8] {
    let space = "urn:oasis:names:tc:opendocument:xmlns:"
    let spaces = [
      "office", "table", "text", "style",
    ].map { "xmlns:\($0)=\"\(space)\($0):1.0\"" }.joined(separator: " ")
    let calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    return ZipBuilder([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      (
        "content.xml",
        "<office:document-content \(spaces) xmlns:draw=\"\(space)drawing:1.0\" "
          + "xmlns:calcext=\"\(calc)\"><office:automatic-styles>\(styles)"
          + "</office:automatic-styles><office:body><office:spreadsheet>\(tables)"
          + "</office:spreadsheet></office:body></office:document-content>"
      ),
      ("META-INF/manifest.xml", "<manifest>\(manifest)</manifest>"),
    ]).archive
  }
}
