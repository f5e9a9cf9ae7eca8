import Model
import XML

/// The links from one part of a workbook to others.
struct XLSXRelationships: PartHandler {
  private enum Name: Int, CaseIterable {
    case relationship
    case id
    case type
    case target
    case mode

    var text: String {
      switch self {
      case .relationship: "Relationship"
      case .id: "Id"
      case .type: "Type"
      case .target: "Target"
      case .mode: "TargetMode"
      }
    }
  }

  static let vocabulary = XMLVocabulary(Name.allCases.map(\.text))

  /// The parts by the key of their link.
  private(set) var targets: [String: String] = [:]
  /// The kinds of the links by their key: the last step of the address of their type.
  private(set) var kinds: [String: String] = [:]
  private let folder: [Substring]

  /// Makes a handler for the links of a part; their targets are relative to its folder.
  init(of part: String) {
    folder = part.utf8.split(separator: UInt8(ascii: "/")).dropLast().map(Substring.init)
  }

  /// The part that holds the links of a part.
  static func path(for part: String) -> String {
    let steps = part.split(separator: "/")
    let folder = steps.dropLast().map { $0 + "/" }.joined()
    return "\(folder)_rels/\(steps.last ?? "").rels"
  }

  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal) {
    guard event.kind == .start, event.name == Name.relationship.rawValue else { return }
    func value(_ name: Name) -> String {
      reader.string(ofAttribute: name.rawValue, of: event) ?? ""
    }
    // Links to places outside the file are not followed.
    guard value(.mode).lowercased() != "external" else { return }
    let id = value(.id)
    let type = value(.type)
    kinds[id] = type.utf8.split(separator: UInt8(ascii: "/")).last.flatMap(String.init) ?? ""
    targets[id] = resolve(value(.target))
  }

  private func resolve(_ target: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  /// The first target of a kind, in the order of the keys.
  func target(ofKind kind: String) -> String? {
    kinds.filter { $0.value == kind }.keys.sorted().first.flatMap { targets[$0] }
  }
}
