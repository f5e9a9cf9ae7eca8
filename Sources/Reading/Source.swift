import Model

/// A source while it is read: what is known of it and what was found in it so far.
struct Source {
  let id: String
  let settings: ReadingSettings
  var attributes: DocumentAttributes
  var findings: FindingList
  /// Tables that the layout of a text shows.
  var tables: [Sheet] = []
  /// Whether the file was packed and has been unpacked.
  var isUnpacked = false

  init(id: String, attributes: DocumentAttributes, settings: ReadingSettings) {
    self.id = id
    self.settings = settings
    self.attributes = attributes
    findings = FindingList(document: id, limit: settings.limits.findingsPerCode)
  }

  var limits: ReadingLimits { settings.limits }
  var path: String { attributes.path }

  /// Notes what the source is.
  mutating func identify(as kind: FileKind) {
    attributes.mediaType = kind.mediaType
    attributes.reader = kind.rawValue
  }
}
