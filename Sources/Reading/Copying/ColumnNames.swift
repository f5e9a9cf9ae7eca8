/// Names by which the values of a row are told apart.
enum ColumnNames {
  /// The names of a header, of which none is blank or stands twice: `column 3` for the third where
  /// it has none, `金額 (2)` for the second of a name.
  ///
  /// Names that differ in the case of ASCII letters count as one: a database knows no difference.
  static func unique(_ header: [String]) -> [String] {
    // A name that is printed is not made up for another column.
    let printed = Set(header.map(folded))
    var taken: Set<[UInt8]> = []
    return header.enumerated().map { index, label in
      let name = label.isEmpty ? "column \(index + 1)" : label
      var unique = name
      var number = 2
      while taken.contains(folded(unique)) || (unique != label && printed.contains(folded(unique)))
      {
        unique = "\(name) (\(number))"
        number += 1
      }
      taken.insert(folded(unique))
      return unique
    }
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
