// swift-tools-version: 6.2

import PackageDescription

/// One row per module, lowest layer first: a module imports only rows above it, and only those it
/// lists.
let modules: [(name: String, imports: [String])] = [
  ("Native", []),
  ("Machine", ["Native"]),
  ("Support", ["Native"]),
  ("Numerics", []),
  ("Galaxies", ["Support", "Numerics"]),
  ("Tables", ["Support", "Numerics", "Galaxies"]),
  ("Datasets", ["Support", "Numerics", "Galaxies", "Tables"]),
  ("Models", ["Galaxies", "Numerics"]),
  ("Posteriors", ["Galaxies", "Numerics", "Models"]),
  ("Steps", ["Support", "Numerics", "Galaxies", "Tables"]),
  ("Figures", ["Support", "Numerics", "Galaxies", "Tables", "Models"]),
  (
    "Specs",
    ["Support", "Numerics", "Galaxies", "Datasets", "Models", "Tables", "Steps", "Figures"]
  ),
  (
    "Plans",
    [
      "Support", "Numerics", "Galaxies", "Models", "Posteriors", "Tables", "Steps", "Figures",
      "Specs",
    ]
  ),
  (
    "Records",
    ["Support", "Numerics", "Galaxies", "Datasets", "Tables", "Steps", "Specs", "Plans"]
  ),
  ("Exports", ["Support", "Tables"]),
  (
    "Reports",
    ["Support", "Numerics", "Models", "Tables", "Specs", "Plans", "Records"]
  ),
  (
    "Runs",
    [
      "Machine", "Support", "Numerics", "Galaxies", "Models", "Tables", "Steps", "Figures", "Specs",
      "Plans", "Records", "Exports", "Reports",
    ]
  ),
  (
    "Shelf",
    [
      "Machine", "Support", "Galaxies", "Datasets", "Tables", "Specs", "Plans", "Records", "Runs",
    ]
  ),
  ("Console", ["Machine", "Support"]),
]

/// The programs, with the modules that each one wires together.
let programs: [(name: String, imports: [String])] = [
  ("upsilon", modules.map { $0.name }),
  ("upsilon-bench", modules.map { $0.name }.filter { $0 != "Console" }),
  ("upsilon-house", []),
]

/// One row per test target: the modules whose declarations it names.
let suites: [(name: String, imports: [String])] = [
  ("SupportTests", ["Support"]),
  ("NumericsTests", ["Numerics"]),
  ("GalaxiesTests", ["Support", "Numerics", "Galaxies", "Datasets"]),
  ("DatasetsTests", ["Support", "Galaxies", "Datasets"]),
  ("ModelsTests", ["Numerics", "Galaxies", "Models"]),
  (
    "PosteriorsTests",
    ["Support", "Numerics", "Galaxies", "Datasets", "Models", "Posteriors"]
  ),
  (
    "ExperimentsTests",
    [
      "Support", "Numerics", "Galaxies", "Datasets", "Models", "Tables", "Steps", "Figures",
      "Specs", "Plans",
    ]
  ),
  ("RecordsTests", ["Support", "Specs", "Records"]),
  ("FiguresTests", ["Support", "Numerics", "Galaxies", "Tables", "Models", "Figures"]),
  ("ExportsTests", ["Support", "Tables", "Exports"]),
  (
    "ReportsTests",
    ["Support", "Tables", "Figures", "Specs", "Plans", "Records", "Reports"]
  ),
  (
    "RunsTests",
    [
      "Support", "Galaxies", "Datasets", "Models", "Tables", "Steps", "Specs", "Plans", "Records",
      "Exports", "Runs", "Shelf",
    ]
  ),
  (
    "ShelfTests",
    [
      "Support", "Galaxies", "Datasets", "Tables", "Steps", "Specs", "Plans", "Records", "Runs",
      "Shelf",
    ]
  ),
  (
    "MethodTests",
    [
      "Support", "Numerics", "Galaxies", "Models", "Tables", "Steps", "Specs", "Plans", "Runs",
      "Shelf",
    ]
  ),
  (
    "CaseTests",
    [
      "Support", "Galaxies", "Datasets", "Tables", "Steps", "Specs", "Plans", "Runs",
    ]
  ),
  (
    "FuzzTests",
    [
      "Support", "Galaxies", "Datasets", "Tables", "Steps", "Specs", "Plans", "Records", "Exports",
      "Runs", "Shelf",
    ]
  ),
  ("ConsoleTests", ["Machine", "Support", "Console"]),
  ("ProgramTests", ["Support", "Console", "upsilon"]),
  ("StyleTests", ["upsilon-house"]),
]

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Makes the square root one instruction.
///
/// Without the flag the compiler keeps a call that sets `errno`, and no loop with a root in it
/// vectorises. No result depends on it.
let numeric: [SwiftSetting] = [
  .unsafeFlags(["-Xcc", "-fno-math-errno"], .when(configuration: .release))
]

/// The modules whose inner loops are compiled with optimisation in debug builds too.
///
/// Formulas there are written once over one number and over eight side by side; without
/// optimisation each operation of theirs is a call through a table. The compiler wants threads with
/// whole modules where it keeps an index.
let kernels: Set = ["Numerics", "Models", "Posteriors", "Steps"]

let optimised: [SwiftSetting] = [
  .unsafeFlags(
    ["-O", "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "2"],
    .when(configuration: .debug))
]

/// The modules that read, write and draw a little at a time: they are compiled to be small, so that
/// what is shipped is.
let small: Set = [
  "Console", "Datasets", "Figures", "Records", "Reports", "Shelf", "Specs", "upsilon",
]

let terse: [SwiftSetting] = [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// C is optimised in debug builds too: hashes are of all that is read and written.
let instructions: [CSetting] = [.unsafeFlags(["-O2"], .when(configuration: .debug))]

/// Names each build of a program: records of units are gone on with by the build that made them.
///
/// Linkers of macOS do so unasked.
let named: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "--build-id"], .when(platforms: [.linux]))
]

/// Files that travel inside the program, so that an installed binary needs no folder beside it.
let embedded: [String: [Resource]] = [
  "Shelf": ["registry.json", "m33_points.csv", "m33_catalogue.csv"].map {
    .embedInCode("Resources/\($0)")
  },
  "Reports": ["report.css", "report.js", "reproduce.sh"].map { .embedInCode("Resources/\($0)") },
  "upsilon": [
    "upsilon_run.py", "Starts/sweep-ratios.json", "Starts/fit-laws.json",
    "Starts/compare-halos.json", "Starts/rar.json", "Starts/own-data.json",
    "Starts/own-data.csv",
  ].map { .embedInCode("Resources/\($0)") },
]

/// What stands beside the sources of a program and is no part of it.
let beside = [
  "upsilon": ["Resources/spec.schema.json"],
  "upsilon-bench": ["Baseline.jsonl", "Benchmarks.md", "Peers"],
]

func dependencies(_ names: [String]) -> [Target.Dependency] {
  names.map { .target(name: $0) }
}

let package = Package(
  name: "upsilon",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "upsilon", targets: ["upsilon"])],
  targets: modules.map { module in
    .target(
      name: module.name, dependencies: dependencies(module.imports),
      resources: embedded[module.name],
      cSettings: module.name == "Native" ? instructions : [],
      swiftSettings: strict + numeric + (kernels.contains(module.name) ? optimised : [])
        + (small.contains(module.name) ? terse : []))
  }
    + programs.map { program in
      .executableTarget(
        name: program.name, dependencies: dependencies(program.imports),
        exclude: beside[program.name, default: []], resources: embedded[program.name],
        swiftSettings: strict + (small.contains(program.name) ? terse : []), linkerSettings: named)
    }
    + [
      .target(
        name: "TestKit", dependencies: dependencies(["Support"]), path: "Tests/TestKit",
        swiftSettings: strict)
    ]
    + suites.map { suite in
      .testTarget(
        name: suite.name, dependencies: dependencies(suite.imports + ["TestKit"]),
        swiftSettings: strict)
    },
  swiftLanguageModes: [.v6]
)
