// swift-tools-version: 6.3
import PackageDescription

// One list of settings for every target: warnings are errors, memory safety is checked, imports
// are internal unless a signature needs them.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableExperimentalFeature("Lifetimes"),
]

/// A C library of the system: a module map and a shim header, nothing else.
func library(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A layer of the program.
func layer(_ name: String, _ dependencies: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

/// The tests of a layer; golden files beside them are data, not sources.
func tests(_ name: String, _ dependencies: [String] = [], data: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: ([name, "TestSupport"] + dependencies).map { .byName(name: $0) },
    exclude: data, swiftSettings: settings)
}

let package = Package(
  name: "choai",
  products: [
    .executable(name: "choai", targets: ["choai"]),
    .library(name: "JapaneseText", targets: ["JapaneseText"]),
    .library(name: "Reading", targets: ["Reading", "CSV", "XML", "PDF", "Model"]),
  ],
  targets: [
    library("CXML", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    library("CCSV", apt: "libcsv-dev"),
    library("CZip", pkgConfig: "libzip", apt: "libzip-dev"),
    library("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    library("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    library("CZstd", pkgConfig: "libzstd", apt: "libzstd-dev"),
    library("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),
    library("CXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),

    // Poppler itself is loaded by name when the first PDF is read: see the header.
    .target(name: "CPoppler"),

    layer("RawBytes"),
    layer("Platform"),
    layer("XML", ["CXML"]),
    layer("CSV", ["CCSV"]),
    layer("Zip", ["CZip"]),
    layer("Gzip", ["CZlib"]),
    layer("Zstd", ["CZstd"]),
    layer("YAML", ["CYAML"]),
    layer("SQLite", ["CSQLite"]),
    layer("Hashing", ["CCrypto"]),
    layer("PDF", ["CPoppler"]),
    layer("Workbooks", ["CXLSXWriter"]),
    layer("JSON"),

    layer("JapaneseText", ["RawBytes"]),
    layer("Model", ["JapaneseText"]),
    layer(
      "Reading",
      [
        "RawBytes", "Platform", "XML", "CSV", "Zip", "Gzip", "PDF", "JSON", "JapaneseText", "Model",
      ]),
    layer("Extraction", ["JapaneseText", "Model"]),
    layer("Reconciliation", ["JapaneseText", "Model"]),
    layer(
      "Publishing",
      [
        "RawBytes", "Platform", "SQLite", "Zstd", "Hashing", "Workbooks", "JSON", "JapaneseText",
        "Model",
      ]),
    layer("Comparison", ["Platform", "JSON", "JapaneseText", "Model", "Publishing"]),
    layer(
      "Pipeline",
      [
        "RawBytes", "Platform", "YAML", "CSV", "SQLite", "Hashing", "JSON", "JapaneseText", "Model",
        "Reading", "Extraction", "Reconciliation", "Publishing", "Comparison",
      ]),
    .executableTarget(
      name: "choai",
      dependencies: [
        "RawBytes", "Platform", "JSON", "JapaneseText", "Model", "Reading", "Publishing",
        "Comparison", "Pipeline",
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Platform"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("RawBytes"),
    tests("Platform"),
    tests("XML"),
    tests("CSV"),
    tests("Zip"),
    tests("Gzip"),
    tests("Zstd"),
    tests("YAML"),
    tests("SQLite", ["Platform"]),
    tests("Hashing"),
    tests("PDF"),
    tests("Workbooks", ["Platform", "Zip"]),
    tests("JSON"),
    tests("JapaneseText", ["Platform"]),
    tests("Model", ["JapaneseText", "Platform"]),
    tests(
      "Reading", ["CSV", "JSON", "JapaneseText", "Model", "PDF", "Platform"], data: ["peers.py"]),
    tests("Extraction", ["JapaneseText", "Model", "Platform", "Reading"]),
    tests("Reconciliation", ["JapaneseText", "Model"]),
    tests(
      "Publishing",
      ["Platform", "Hashing", "JapaneseText", "Model", "JSON", "SQLite", "Reading"]),
    tests("Comparison", ["Platform", "JSON", "JapaneseText", "Model", "Publishing"]),
    tests(
      "Pipeline",
      ["JSON", "JapaneseText", "Model", "Platform", "Publishing", "Reading", "SQLite"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["choai", "JSON", "Model", "Platform", "Publishing", "TestSupport"],
      exclude: ["Cases"],
      swiftSettings: settings),
  ]
)
