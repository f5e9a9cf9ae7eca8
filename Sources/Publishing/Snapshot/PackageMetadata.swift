public import JapaneseText

/// What a package says of itself, besides its tables.
public struct PackageMetadata: Sendable, Hashable {
  /// The short name, of small letters, digits, `-`, `_` and `.`.
  public var name: String
  /// The title.
  public var title: String
  /// What the package holds.
  public var description: String
  /// The version of the data's schema, `1.0.0`.
  public var version: String
  /// The licences the data may be used under.
  public var licences: [Licence]
  /// Where the data comes from.
  public var sources: [Source]
  /// The day the data stands for, where the run was given one.
  public var asOf: Day?

  /// Makes metadata.
  public init(
    name: String, title: String, description: String = "", version: String = "1.0.0",
    licences: [Licence] = [], sources: [Source] = [], asOf: Day? = nil
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.version = version
    self.licences = licences
    self.sources = sources
    self.asOf = asOf
  }

  /// A licence.
  public struct Licence: Sendable, Hashable {
    /// The short name, `CC-BY-4.0`.
    public var name: String
    /// The title.
    public var title: String
    /// Where its text stands.
    public var path: String

    /// Makes a licence.
    public init(name: String, title: String = "", path: String = "") {
      self.name = name
      self.title = title
      self.path = path
    }
  }

  /// A source.
  public struct Source: Sendable, Hashable {
    /// The title.
    public var title: String
    /// Where it stands: an address, or a path below the raw folder.
    public var path: String
    /// Which edition it is, such as `sha256:…`.
    public var version: String

    /// Makes a source.
    public init(title: String, path: String = "", version: String = "") {
      self.title = title
      self.path = path
      self.version = version
    }
  }
}
