import JSON
import Model
import Platform

/// The file `places.jsonl` of a snapshot: for every row, where its characters stand.
///
/// A line is an object with `row`, `document`, `sheet` (empty for texts) and `spans`, each with
/// `line`, `from` and `to` (characters from 1, both ends included) and, in a spreadsheet, `cell`.
public enum PlacesFile {
  /// The name of the file.
  public static let name = "places.jsonl"

  /// A place as a line of the file.
  static func json(_ place: RowPlace) -> JSONValue {
    [
      "row": .string(place.row), "document": .string(place.document),
      "sheet": .string(place.place.sheet),
      "spans": .array(
        place.place.spans.map { span in
          var members = [
            JSONMember("line", .integer(span.line)),
            JSONMember("from", .integer(span.columns.lowerBound + 1)),
            JSONMember("to", .integer(span.columns.upperBound)),
          ]
          if let cell = span.cell { members.append(JSONMember("cell", .string("\(cell)"))) }
          return .object(members)
        }),
    ]
  }

  /// Reads the places of a snapshot; with `rows` only those of these rows.
  public static func read(
    _ folder: String, rows: Set<String>? = nil
  ) throws(PublishingError) -> [RowPlace] {
    let path = folder + "/" + name
    let bytes = try publishing(path) { () throws(PlatformError) in try Files.read(path) }
    var places: [RowPlace] = []
    for (index, line) in bytes.split(separator: 0x0A).enumerated() {
      do {
        guard let place = place(try JSONReader.read(Array(line))) else {
          throw PublishingError(file: path, reason: "line \(index + 1) describes no place")
        }
        if rows?.contains(place.row) ?? true { places.append(place) }
      } catch let fault as PublishingError {
        throw fault
      } catch { throw PublishingError(file: path, reason: "line \(index + 1): \(error)") }
    }
    return places
  }

  private static func place(_ json: JSONValue) -> RowPlace? {
    guard let row = json["row"]?.string, let document = json["document"]?.string,
      let sheet = json["sheet"]?.string
    else { return nil }
    var spans: [Span] = []
    for span in json["spans"]?.array ?? [] {
      guard let line = span["line"]?.integer, let from = span["from"]?.integer,
        let to = span["to"]?.integer, from >= 1, to >= from - 1
      else { return nil }
      let cell = span["cell"]?.string
      let reference = cell.flatMap { CellReference($0) }
      guard (cell == nil) == (reference == nil) else { return nil }
      spans.append(Span(line: Int(line), columns: Int(from) - 1..<Int(to), cell: reference))
    }
    guard let first = spans.first else { return nil }
    return RowPlace(
      row: row, document: document, place: Place(first, Array(spans.dropFirst()), sheet: sheet))
  }
}
