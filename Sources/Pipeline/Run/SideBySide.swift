import Platform

/// Works that do not depend on each other, done side by side; what they give comes in their order.
enum SideBySide {
  /// Does works, at most some at a time, and starts them in their order.
  static func run<Product: Sendable>(
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
          if Interrupts.isAsked { throw InterruptedError() }
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
}
