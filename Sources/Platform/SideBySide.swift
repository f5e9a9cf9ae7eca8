/// Works that do not depend on each other, done side by side; what they give comes in their order.
public enum SideBySide {
  /// Does works, at most some at a time, and starts them in their order; the first error ends all.
  public static func run<Product: Sendable>(
    _ works: [@Sendable () throws -> Product], jobs: Int
  ) async throws -> [Product] {
    if jobs <= 1 { return try works.map { try $0() } }
    var products = [Product?](repeating: nil, count: works.count)
    try await withThrowingTaskGroup(of: (Int, Product).self) { group in
      var next = 0
      func start() {
        guard next < works.count else { return }
        let index = next
        next += 1
        group.addTask { @concurrent in
          try Task.checkCancellation()
          return (index, try works[index]())
        }
      }
      for _ in 0..<jobs { start() }
      while let (index, product) = try await group.next() {
        products[index] = product
        start()
      }
    }
    return products.compactMap(\.self)
  }

  /// Does one work and others of another kind.
  public static func run<Product: Sendable, Other: Sendable>(
    _ first: @escaping @Sendable () throws -> Product, and others: [@Sendable () throws -> Other],
    jobs: Int
  ) async throws -> (Product, [Other]) {
    if jobs <= 1 { return (try first(), try others.map { try $0() }) }
    async let product = call(first)
    let products = try await run(others, jobs: jobs - 1)
    return (try await product, products)
  }

  @concurrent
  private static func call<Product: Sendable>(
    _ work: @Sendable () throws -> Product
  ) async throws -> Product { try work() }
}
