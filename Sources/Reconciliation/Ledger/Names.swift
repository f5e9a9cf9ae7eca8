import JapaneseText
import Model

/// The names of a registry and the keys they stand for, found by folded spelling alone.
struct Names {
  private var keys: [String: String] = [:]
  private var ambiguous: Set<String> = []

  /// Whether the registry has no names; it says nothing then.
  var isEmpty: Bool { keys.isEmpty }

  /// Adds a name of a key; a name of two keys stands for neither.
  mutating func add(_ name: String, key: String) {
    for spelling in [name, fold(name)] where !spelling.isEmpty {
      if let known = keys[spelling], known != key { ambiguous.insert(spelling) }
      keys[spelling] = key
    }
  }

  /// The key of a name, or nothing where it is not known or not of one thing.
  func key(of name: String) -> String? {
    guard let key = keys[name] ?? (keys.isEmpty ? nil : keys[fold(name)]) else { return nil }
    return ambiguous.contains(name) ? nil : key
  }
}

/// The registries, ready to be asked by name or by key.
struct RegistryIndex {
  var programmeNames = Names()
  var projectNames = Names()
  var ministryNames = Names()
  var programmes: [String: Programme] = [:]
  var projects: [String: Project] = [:]
  var ministries: [String: RegisteredMinistry] = [:]
  let successions: Successions

  init(_ registries: Registries) {
    successions = Successions(registries.programmes)
    for programme in registries.programmes {
      programmes[programme.id] = programme
      for name in [programme.name] + programme.aliases {
        programmeNames.add(name, key: programme.id)
      }
    }
    for project in registries.projects {
      projects[project.id] = project
      for name in [project.name] + project.aliases { projectNames.add(name, key: project.id) }
    }
    for ministry in registries.ministries {
      ministries[ministry.row.id] = ministry
      let names = [ministry.row.id, ministry.row.name] + ministry.row.aliases
      for name in names + ministry.abbreviations {
        ministryNames.add(name, key: ministry.row.id)
      }
    }
  }
}
