/// A project as the registry knows it.
public struct Project: Sendable, Hashable {
  /// Key in the registry.
  public var id: String
  /// Full name.
  public var name: String
  /// Other names it is printed under.
  public var aliases: [String]
  /// First fiscal year.
  public var firstYear: Int?
  /// Last fiscal year.
  public var lastYear: Int?
  /// Keys of the projects it follows.
  public var succeeds: [String]

  /// Makes a project.
  public init(
    id: String, name: String, aliases: [String] = [], firstYear: Int? = nil, lastYear: Int? = nil,
    succeeds: [String] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.succeeds = succeeds
  }
}

/// What the pipeline knows beforehand; used to give one name to one thing, never to invent a link.
public struct Registries: Sendable, Hashable {
  /// Ministries and agencies, with the years their names were valid.
  public var ministries: [RegisteredMinistry]
  /// Programmes.
  public var programmes: [Programme]
  /// Projects.
  public var projects: [Project]

  /// Makes registries.
  public init(
    ministries: [RegisteredMinistry] = [], programmes: [Programme] = [], projects: [Project] = []
  ) {
    self.ministries = ministries
    self.programmes = programmes
    self.projects = projects
  }
}

/// A ministry with what the published table does not show.
public struct RegisteredMinistry: Sendable, Hashable {
  /// The published row; its aliases hold abbreviations and other names.
  public var row: Ministry
  /// Abbreviations of one or two characters, read only as whole tokens in lists (文, 厚).
  public var abbreviations: [String]
  /// First year the name was valid.
  public var firstYear: Int?
  /// Last year the name was valid.
  public var lastYear: Int?

  /// Makes a ministry.
  public init(
    row: Ministry, abbreviations: [String] = [], firstYear: Int? = nil, lastYear: Int? = nil
  ) {
    self.row = row
    self.abbreviations = abbreviations
    self.firstYear = firstYear
    self.lastYear = lastYear
  }
}
