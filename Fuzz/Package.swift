// swift-tools-version: 6.3
import PackageDescription

// Targets for libFuzzer: they are built with `--sanitize=fuzzer`, which needs a package of its own.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "choai", path: "..")],
  targets: [
    .executableTarget(
      name: "FuzzJapaneseText",
      dependencies: [.product(name: "JapaneseText", package: "choai")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "FuzzPDF",
      dependencies: [.product(name: "Reading", package: "choai")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "FuzzCSV",
      dependencies: [.product(name: "Reading", package: "choai")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "FuzzEncodings",
      dependencies: [.product(name: "Reading", package: "choai")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "FuzzHTML",
      dependencies: [.product(name: "Reading", package: "choai")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "FuzzReading",
      dependencies: [.product(name: "Reading", package: "choai")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "FuzzSheets",
      dependencies: [.product(name: "Reading", package: "choai")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "FuzzXML",
      dependencies: [.product(name: "Reading", package: "choai")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
  ]
)
