import CCrypto

/// The SHA-256 of bytes, given whole or piece by piece.
@safe public struct SHA256: ~Copyable {
  private let context: OpaquePointer

  /// Starts a hash.
  ///
  /// The corresponding C functions are `EVP_MD_CTX_new` and `EVP_DigestInit_ex`.
  public init() throws(HashingError) {
    guard let context = unsafe EVP_MD_CTX_new() else {
      throw HashingError(operation: "EVP_MD_CTX_new")
    }
    guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      throw HashingError(operation: "EVP_DigestInit_ex")
    }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes.
  ///
  /// The corresponding C function is `EVP_DigestUpdate`.
  public mutating func update(_ bytes: Span<UInt8>) throws(HashingError) {
    let done = unsafe bytes.withUnsafeBufferPointer {
      unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
    }
    guard done == 1 else { throw HashingError(operation: "EVP_DigestUpdate") }
  }

  /// Ends the hash and gives its 64 hexadecimal digits.
  ///
  /// The corresponding C function is `EVP_DigestFinal_ex`.
  public consuming func finish() throws(HashingError) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let done = unsafe digest.withUnsafeMutableBufferPointer {
      unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil)
    }
    guard done == 1 else { throw HashingError(operation: "EVP_DigestFinal_ex") }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The hash of bytes at hand, as 64 hexadecimal digits.
  public static func digits(of bytes: Span<UInt8>) throws(HashingError) -> String {
    var hash = try SHA256()
    try hash.update(bytes)
    return try hash.finish()
  }

  /// The hash of bytes at hand, as 64 hexadecimal digits.
  public static func digits(of bytes: [UInt8]) throws(HashingError) -> String {
    try digits(of: bytes.span)
  }
}

/// A hash that the library could not make.
public struct HashingError: Error, Hashable, CustomStringConvertible {
  /// The call that failed.
  public let operation: String

  /// The text for people.
  public var description: String {
    "cannot hash: \(operation) failed; the crypto library may be out of memory or damaged"
  }
}
