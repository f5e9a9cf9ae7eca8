import JapaneseText
import Model

/// The registries by the names things are printed under.
struct NameRegistry: Sendable {
  private var programmes: [String: String] = [:]
  private var projects: [String: String] = [:]
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
    for project in registries.projects {
      for name in [project.name] + project.aliases {
        projects[ProgrammeName.key(name)] = project.id
      }
    }
  }

  /// The key of a programme by a name it is printed under.
  func programme(_ name: String) -> String? { programmes[ProgrammeName.key(name)] }

  /// The key of a project by a name it is printed under.
  func project(_ name: String) -> String? { projects[ProgrammeName.key(name)] }
}
