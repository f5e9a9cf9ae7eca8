/// Paths in pipeline files: they stay below the folder they are relative to.
enum SafePath {
  /// Why a path is not taken; nothing where it is.
  static func fault(_ path: String) -> String? {
    if path.hasPrefix("/") { return "'\(path)' is absolute; give a path below the folder" }
    if path.utf8.contains(0) { return "the path holds a NUL" }
    if path.split(separator: "/").contains("..") {
      return "'\(path)' leaves its folder with '..'; keep it below the folder"
    }
    return nil
  }
}
