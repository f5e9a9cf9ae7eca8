import Platform

/// Whether the tests run under a sanitizer (`make asan`, `make tsan`), which holds memory of its own
/// and makes everything many times slower: what measures memory or time says nothing there.
public enum Sanitizer {
  /// Whether one is on.
  public static let isOn = Console.environment("CHOAI_SANITIZED") != nil
}
