/// A pattern for paths: `*` and `?` within a name, `**` over folders.
struct Glob: Sendable, Hashable {
  let pattern: String
  private let parts: [[UInt8]]

  init(_ pattern: String) {
    self.pattern = pattern
    parts = Glob.names(pattern)
  }

  /// The names of a path, so that many patterns can look at it.
  static func names(_ path: String) -> [[UInt8]] {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
  }

  /// Whether a path, relative and with `/`, matches.
  func matches(_ path: String) -> Bool { matches(Glob.names(path)) }

  /// Whether the names of a path match.
  func matches(_ names: [[UInt8]]) -> Bool { Glob.matches(parts[...], names[...]) }

  private static let anyFolders = Array("**".utf8)

  private static func matches(_ parts: ArraySlice<[UInt8]>, _ names: ArraySlice<[UInt8]>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == anyFolders {
      // `**` stands for any number of folders, none included.
      return (names.startIndex...names.endIndex).contains {
        matches(parts.dropFirst(), names[$0...])
      }
    }
    guard let name = names.first else { return false }
    return matches(name: part[...], name[...]) && matches(parts.dropFirst(), names.dropFirst())
  }

  /// Walks name and pattern once, going back to the last `*` where a character does not fit.
  private static func matches(name pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var p = pattern.startIndex
    var n = name.startIndex
    var star: (pattern: Int, name: Int)?
    while n < name.endIndex {
      if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
        star = (p + 1, n)
        p += 1
      } else if p < pattern.endIndex, pattern[p] == name[n] {
        p += 1
        n += 1
      } else if p < pattern.endIndex, pattern[p] == UInt8(ascii: "?") {
        p += 1
        repeat { n += 1 } while n < name.endIndex && name[n] & 0xC0 == 0x80
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        p = last.pattern
        n = last.name + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
