import Platform
public import Testing

/// A folder of its own for a test, removed when the test ends: `@Test(.temporaryFolder)`.
public struct TemporaryFolder: TestTrait, TestScoping {
  @TaskLocal private static var current = ""

  /// The folder of the test that runs.
  public static var path: String {
    precondition(!current.isEmpty, "the test has no .temporaryFolder trait")
    return current
  }

  /// Makes the folder, runs the test, removes the folder.
  @concurrent public func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let base = Console.environment("TMPDIR") ?? "/tmp"
    let path = "\(base)/choai-test-\(Machine.processNumber)-\(UInt64.random(in: .min ... .max))"
    try Folder.create(path)
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await Self.$current.withValue(path, operation: function)) } catch {
      outcome = .failure(error)
    }
    try Folder.removeTree(path)
    try outcome.get()
  }
}

extension Trait where Self == TemporaryFolder {
  /// Gives the test a folder of its own.
  public static var temporaryFolder: Self { TemporaryFolder() }
}
