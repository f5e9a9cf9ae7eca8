import Model
import XML

/// The number formats that the cells of a workbook refer to.
struct XLSXStylesPart: PartHandler {
  private enum Name: String, CaseIterable {
    case numFmt
    case numFmtId
    case formatCode
    case cellXfs
    case xf
    case dxf
  }

  static let vocabulary = XMLVocabulary(Name.allCases.map(\.rawValue))

  /// The format of each cell style, by its number.
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInCellStyles = false
  private var isInDifference = false

  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal) {
    guard Name.allCases.indices.contains(event.name) else { return }
    let isStart = event.kind == .start
    switch Name.allCases[event.name] {
    case .cellXfs: isInCellStyles = isStart
    // Conditional formats number their own formats; they do not count here.
    case .dxf: isInDifference = isStart
    case .numFmt where isStart && !isInDifference:
      guard let id = number(.numFmtId, event, reader) else { return }
      codes[id] = NumberFormat(attribute(.formatCode, event, reader) ?? "")
    case .xf where isStart && isInCellStyles:
      let id = number(.numFmtId, event, reader) ?? 0
      formats.append(codes[id] ?? NumberFormat.builtIn(id) ?? .general)
    default: return
    }
  }

  private func attribute(
    _ name: Name, _ event: XMLEvent, _ reader: borrowing XMLReader
  ) -> String? {
    Name.allCases.firstIndex(of: name).flatMap { reader.attribute($0, of: event)?.string }
  }

  private func number(_ name: Name, _ event: XMLEvent, _ reader: borrowing XMLReader) -> Int? {
    Name.allCases.firstIndex(of: name).flatMap { reader.attribute($0, of: event)?.number }
  }
}
