import XML

/// The names that OpenDocument spreadsheets use.
enum ODSWord: Int, CaseIterable {
  case table
  case name
  case styleOfTable
  case row
  case rowsRepeated
  case visibility
  case column
  case columnsRepeated
  case cell
  case coveredCell
  case columnsSpanned
  case rowsSpanned
  case formula
  case valueType
  case extendedType
  case value
  case dateValue
  case booleanValue
  case stringValue
  case paragraph
  case spaces
  case count
  case tab
  case lineBreak
  case style
  case styleName
  case tableProperties
  case display
  // What is no text of a cell: comments, readings, drawings, what was deleted.
  case annotation
  case ruby
  case trackedChanges
  case shapes
  case frame
  case group
  case customShape
  case rectangle
  case line
  case connector
  case ellipse
  case circle
  case path
  case polygon
  case polyline
  case caption
  case control

  /// The name with the prefix of its name space.
  private var name: String {
    switch self {
    case .table: "table:table"
    case .name: "table:name"
    case .styleOfTable: "table:style-name"
    case .row: "table:table-row"
    case .rowsRepeated: "table:number-rows-repeated"
    case .visibility: "table:visibility"
    case .column: "table:table-column"
    case .columnsRepeated: "table:number-columns-repeated"
    case .cell: "table:table-cell"
    case .coveredCell: "table:covered-table-cell"
    case .columnsSpanned: "table:number-columns-spanned"
    case .rowsSpanned: "table:number-rows-spanned"
    case .formula: "table:formula"
    case .valueType: "office:value-type"
    case .extendedType: "calcext:value-type"
    case .value: "office:value"
    case .dateValue: "office:date-value"
    case .booleanValue: "office:boolean-value"
    case .stringValue: "office:string-value"
    case .paragraph: "text:p"
    case .spaces: "text:s"
    case .count: "text:c"
    case .tab: "text:tab"
    case .lineBreak: "text:line-break"
    case .style: "style:style"
    case .styleName: "style:name"
    case .tableProperties: "style:table-properties"
    case .display: "table:display"
    case .annotation: "office:annotation"
    case .ruby: "text:ruby-text"
    case .trackedChanges: "table:tracked-changes"
    case .shapes: "table:shapes"
    case .frame: "draw:frame"
    case .group: "draw:g"
    case .customShape: "draw:custom-shape"
    case .rectangle: "draw:rect"
    case .line: "draw:line"
    case .connector: "draw:connector"
    case .ellipse: "draw:ellipse"
    case .circle: "draw:circle"
    case .path: "draw:path"
    case .polygon: "draw:polygon"
    case .polyline: "draw:polyline"
    case .caption: "draw:caption"
    case .control: "draw:control"
    }
  }

  static let vocabulary = XMLVocabulary(
    allCases.map(\.name),
    spaces: [
      "office": ["urn:oasis:names:tc:opendocument:xmlns:office:1.0"],
      "table": ["urn:oasis:names:tc:opendocument:xmlns:table:1.0"],
      "text": ["urn:oasis:names:tc:opendocument:xmlns:text:1.0"],
      "style": ["urn:oasis:names:tc:opendocument:xmlns:style:1.0"],
      "draw": ["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"],
      "calcext": ["urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"],
    ])

  /// Whether the element holds what is no text of a cell.
  var isSkipped: Bool {
    switch self {
    case .annotation, .ruby, .trackedChanges, .shapes, .frame, .group, .customShape, .rectangle,
      .line, .connector, .ellipse, .circle, .path, .polygon, .polyline, .caption, .control:
      true
    default: false
    }
  }
}
