public import Model

extension Decision {
  /// Why an answer cannot be used, or nothing where it can.
  ///
  /// A plain name must be a candidate or known to the registry, so that a slip of the pen settles
  /// nothing; `programme=` before a name says that it is meant.
  public static func problem(
    inAnswer answer: String, candidates: [String], registries: Registries
  ) -> String? {
    do { _ = try DecisionAnswer(answer) } catch { return error.message }
    guard !answer.contains("="), !candidates.contains(answer), !registries.programmes.isEmpty else {
      return nil
    }
    let names = RegistryIndex(registries).programmeNames
    if answer.split(separator: " / ").allSatisfy({ names.key(of: String($0)) != nil }) {
      return nil
    }
    return
      "'\(answer)' is neither a candidate nor in the registry; take the number of a candidate, "
      + "or write programme=\(answer) where it is meant"
  }
}
