import Model

extension Value {
  /// Whether two values are the same to the byte.
  ///
  /// Swift takes texts for equal that only look alike (が as one character or as two); here they
  /// are different, as they are for every other program.
  func isIdentical(to other: Value) -> Bool {
    guard case .text(let mine) = self, case .text(let theirs) = other else { return self == other }
    return mine.utf8.elementsEqual(theirs.utf8)
  }

  /// Whether two values are written the same, whatever the types of their columns.
  func isSame(as other: Value) -> Bool {
    if self == .null || other == .null { return self == other }
    return field.utf8.elementsEqual(other.field.utf8)
  }
}
