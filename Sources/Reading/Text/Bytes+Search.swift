/// Searches in bytes; the standard library's search of collections is many times slower.
extension [UInt8] {
  /// The places at which some other bytes begin.
  func places(of pattern: [UInt8]) -> [Int] {
    guard let first = pattern.first, count >= pattern.count else { return [] }
    var places: [Int] = []
    for index in 0...count - pattern.count where self[index] == first {
      var length = 1
      while length < pattern.count, self[index + length] == pattern[length] { length += 1 }
      if length == pattern.count { places.append(index) }
    }
    return places
  }

  /// Whether a text stands somewhere in the bytes.
  func holds(_ text: String) -> Bool { !places(of: Array(text.utf8)).isEmpty }
}
