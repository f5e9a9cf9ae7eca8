import Model
import XML

/// The list of sheets and the date system of a workbook.
struct XLSXWorkbookPart: PartHandler {
  private enum Name: Int, CaseIterable {
    case sheet
    case name
    case id
    case state
    case properties
    case date1904

    var text: String {
      switch self {
      case .sheet: "sheet"
      case .name: "name"
      case .id: "r:id"
      case .state: "state"
      case .properties: "workbookPr"
      case .date1904: "date1904"
      }
    }
  }

  static let vocabulary = XMLVocabulary(
    Name.allCases.map(\.text),
    spaces: [
      "r": [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      ]
    ])

  /// A sheet as the workbook lists it.
  struct Entry: Equatable {
    let name: String
    /// The key of the link to its part.
    let link: String
    let isHidden: Bool
  }

  private(set) var sheets: [Entry] = []
  /// Whether days are counted from 1904.
  private(set) var is1904 = false

  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal) {
    guard event.kind == .start else { return }
    func value(_ name: Name) -> String? {
      reader.string(ofAttribute: name.rawValue, of: event)
    }
    switch Name(rawValue: event.name) {
    case .sheet:
      let state = value(.state) ?? "visible"
      sheets.append(
        Entry(name: value(.name) ?? "", link: value(.id) ?? "", isHidden: state != "visible"))
    case .properties:
      is1904 = reader.attribute(Name.date1904.rawValue, of: event)?.isTrue ?? false
    default: return
    }
  }
}
