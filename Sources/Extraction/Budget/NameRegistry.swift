import JapaneseText
import Model

/// The registries by the names things are printed under.
struct NameRegistry: Sendable {
  private var programmes: [String: String] = [:]
  private var projects: [String: String] = [:]
  private var ministries: [String: String] = [:]
  let hasProgrammes: Bool
  let hasProjects: Bool

  init(_ registries: Registries) {
    hasProgrammes = !registries.programmes.isEmpty
    hasProjects = !registries.projects.isEmpty
    for programme in registries.programmes {
      for name in [programme.name] + programme.aliases {
        programmes[ProgrammeName.key(name)] = programme.id
      }
    }
    for ministry in registries.ministries {
      for name in [ministry.row.name] + ministry.row.aliases + ministry.abbreviations {
        ministries[fold(name)] = ministry.row.id
      }
    }
    for project in registries.projects {
      for name in [project.name] + project.aliases {
        projects[ProgrammeName.key(name)] = project.id
      }
    }
  }

  /// The ministries that a cell names, by their keys where the registry knows all of them, else as
  /// printed.
  func ministries(_ text: String) -> [String] {
    if let key = ministries[fold(text)] { return [key] }
    let names = text.split { "、,;/／\n".contains($0) }.map { String($0).trimmingBlanks }
    let keys = names.compactMap { ministries[fold($0)] }
    return !keys.isEmpty && keys.count == names.count ? keys : [text]
  }

  /// The key of a programme by a name it is printed under.
  func programme(_ name: String) -> String? { programmes[ProgrammeName.key(name)] }

  /// The key of a project by a name it is printed under.
  func project(_ name: String) -> String? { projects[ProgrammeName.key(name)] }
}
