// swift-tools-version: 6.1
import PackageDescription

/// A chapter: a number here, and a folder of that number in each place that `targets` names.
struct Chapter {
  let number: Int
  /// What its module imports besides Exercises and Text: libraries, or the module of an earlier
  /// chapter, such as "Chapter6". Nothing that an exercise asks for may be a call into one of the
  /// libraries: Evaluation, with a cosine and Spearman's ρ, is for the runs.
  var imports: [String] = []
  /// The other chapters' modules that its run compares with, such as "Chapter2".
  var runImports: [String] = []
  /// Whether there is a folder `Sources/Play/ChapterN`, as every chapter has in the end.
  var isPlayed = false
  /// The program that peers/ compares with others, if there is one.
  var tool: String?

  var name: String { "Chapter\(number)" }
}

let chapters = [
  Chapter(number: 1, isPlayed: true, tool: "LanguageModelTool"),
  Chapter(number: 2, imports: ["LinearAlgebra"], isPlayed: true, tool: "CBOWTool"),
]

// What the environment may ask for:
//   SOLUTIONS=all | 3 | 1,2,6   build the reference (Solutions/ChapterN) in place of the learner's files;
//                               with all of them come the tests of everything else
//   CHAPTER=3                   build chapter 3 and the chapters that it imports, so that no other
//                               chapter's mistakes stop it
//   PART=Given                  build what learners import, with its tests, and nothing else
//   OVERLAY=3                   build chapter and grader from .build/overlay, which `course check`
//                               writes, whatever SOLUTIONS says of the chapter
//   PLAY=3                      build what chapter 3 plays as well, and read .build/play-overlay, which
//                               `course play` writes, in its place
func chapterNumbers(_ name: String) -> Set<Int> {
  let written = chapters.map(\.number)
  guard let value = Context.environment[name], !value.isEmpty else { return [] }
  if value == "all" { return Set(written) }
  return Set(
    value.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = Int(part), written.contains(number) else {
        fatalError("\(name)=\(value): “\(part)” is no chapter; write all, or numbers of \(written)")
      }
      return number
    })
}

let withSolution = chapterNumbers("SOLUTIONS")
let withOverlay = chapterNumbers("OVERLAY")
let withPlay = chapterNumbers("PLAY")
let overlays = withPlay.isEmpty ? ".build/overlay" : ".build/play-overlay"
let onlyChapters = chapterNumbers("CHAPTER")
let isWholeBook = onlyChapters.isEmpty
let isReference = isWholeBook && withSolution.count == chapters.count
let isOnlyGiven = Context.environment["PART"] == "Given"

extension Chapter {
  /// Every target of the package that stands for this chapter.
  var targets: [Target] {
    [
      module,
      // What every exercise checks, its named mistakes and alternative answers; knows no implementation.
      .target(name: "\(name)Checks", dependencies: ["Grading"], path: "Tests/\(name)/Checks"),
      // The program that grades: it connects the chapter's functions to the checks.
      .executableTarget(
        name: "\(name)Grade",
        dependencies: [.byName(name: name), .byName(name: "\(name)Checks"), "Grading"]
          + imports.map { .byName(name: $0) },
        path: withOverlay.contains(number)
          ? "\(overlays)/\(name)Grade" : "Tests/\(name)/Grade"),
      // The same, under `swift test`.
      .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: "\(name)Grade"), "Grading"],
        path: "Tests/\(name)/Tests"),
      // The training runs and measurements behind the chapter's figures and numbers.
      .executableTarget(
        name: "\(name)Run",
        dependencies: [.byName(name: name), "Evaluation", "Experiments", "Text"]
          + (imports + runImports).map { .byName(name: $0) },
        path: "Sources/Runs/\(name)"),
    ] + playTargets
  }

  /// The session of `course play`, which is built when it is played, and for tests: what learners do
  /// all day does not wait for it.
  var playTargets: [Target] {
    guard isPlayed, isReference || withPlay.contains(number) else { return [] }
    return [
      .executableTarget(
        name: "\(name)Play",
        dependencies: [.byName(name: name), "Playing", "Experiments", "Text"]
          + imports.map { .byName(name: $0) },
        path: "Sources/Play/\(name)")
    ]
  }

  /// The learner's module, or the reference in its place.
  var module: Target {
    .target(
      name: name, dependencies: (["Exercises", "Text"] + imports).map { .byName(name: $0) },
      path: withOverlay.contains(number)
        ? "\(overlays)/\(name)"
        : "\(withSolution.contains(number) ? "Solutions" : "Sources")/\(name)"
    )
  }

  /// The tool, which is built with the reference only.
  var toolTargets: [Target] {
    guard let tool else { return [] }
    return [
      .executableTarget(
        name: tool, dependencies: [.byName(name: name), "Text"], path: "Sources/Runs/\(tool)")
    ]
  }
}

// Matrices are multiplied by the library that is tuned for the machine; LinearAlgebra alone knows
// which one that is.
#if os(macOS)
  let blasTargets: [Target] = []
  let blas: [Target.Dependency] = []
#else
  let blasTargets: [Target] = [
    .systemLibrary(
      name: "CBLAS", path: "Sources/Given/CBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"])])
  ]
  let blas: [Target.Dependency] = ["CBLAS"]
#endif

/// What learners import.
let given: [Target] =
  blasTargets + [
    .target(name: "Exercises", path: "Sources/Given/Exercises"),
    .target(name: "Text", path: "Sources/Given/Text"),
    .target(name: "LinearAlgebra", dependencies: blas, path: "Sources/Given/LinearAlgebra"),
    // Optimised in debug builds too: a learner's own code is built for debugging, and trains with it.
    .target(
      name: "Autograd", dependencies: ["LinearAlgebra", "Text"], path: "Sources/Given/Autograd",
      swiftSettings: [
        .unsafeFlags(
          ["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"],
          .when(configuration: .debug))
      ]),
  ]

/// What judges.
let grader: [Target] = [
  .target(name: "CProcess", path: "Sources/Grader/CProcess"),
  .target(
    name: "Grading", dependencies: ["Exercises", "CProcess", "Text"], path: "Sources/Grader/Grading"
  ),
]

/// What the chapters' runs share.
let runs: [Target] = [
  .target(name: "Experiments", dependencies: ["Exercises"], path: "Sources/Runs/Experiments"),
  .target(name: "Evaluation", dependencies: ["Text"], path: "Sources/Runs/Evaluation"),
]

/// What the chapters' sessions share.
let play: [Target] =
  isReference || !withPlay.isEmpty
  ? [
    .target(
      name: "Playing", dependencies: ["CProcess", "Exercises", "Experiments", "Text"],
      path: "Sources/Play/Playing"
    )
  ]
  : []

/// What sets the book, and the command that learners and authors type.
let book: [Target] = [
  .systemLibrary(
    name: "CCmark", path: "Sources/Book/CCmark", pkgConfig: "libcmark",
    providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
  .target(name: "Weaving", path: "Sources/Book/Weaving"),
  .target(
    name: "SiteBuilder",
    dependencies: ["CCmark", "Weaving", .product(name: "Mustache", package: "swift-mustache")],
    path: "Sources/Book/SiteBuilder"),
  .target(name: "Coursework", dependencies: ["Grading"], path: "Sources/Grader/Coursework"),
  .target(
    name: "Preview",
    dependencies: [
      "Coursework", "Grading", "SiteBuilder", "Weaving",
      .product(name: "FlyingFox", package: "FlyingFox"),
      .product(name: "FlyingSocks", package: "FlyingFox"),
    ],
    path: "Sources/Book/Preview"),
  .executableTarget(
    name: "course",
    dependencies: [
      "Coursework", "Grading", "Preview", "SiteBuilder", "Text", "Weaving",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  // The numbers and the figure of the pages about gradients.
  .executableTarget(
    name: "GradientsRun", dependencies: ["Autograd", "Experiments"], path: "Sources/Runs/Gradients"),
]

func test(_ name: String, _ folder: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: "Tests/\(folder)/\(name)")
}

/// The tests of what learners import.
let givenTests: [Target] = [
  // Races with PyTorch, and holds the two models that it races with.
  .executableTarget(
    name: "AutogradTool", dependencies: ["Autograd", "Text"], path: "Sources/Runs/AutogradTool"),
  test("TextTests", "Given", ["Text"]),
  test("AutogradTests", "Given", ["Autograd", "AutogradTool", "Text"]),
]

/// What only authors build: the tests of everything that is no chapter, and the programs that they and
/// peers/ start. ReferenceTests compares the chapters' modules with independent computations.
let checks: [Target] =
  [
    .executableTarget(
      name: "HostileGrade", dependencies: ["Grading"], path: "Tests/Grader/HostileGrade"),
    test(
      "GradingTests", "Grader",
      ["Grading", "HostileGrade"] + chapters.map { .byName(name: "\($0.name)Grade") }),
    test("CourseworkTests", "Grader", ["Coursework", "Grading"]),
    test("WeavingTests", "Book", ["Weaving"]),
    test("SiteBuilderTests", "Book", ["SiteBuilder", "CCmark", "Experiments"]),
    test("PreviewTests", "Book", ["Coursework", "Grading", "Preview", "SiteBuilder"]),
    .executableTarget(
      name: "HostilePlay", dependencies: ["Exercises", "Playing"], path: "Tests/Play/HostilePlay"),
    test(
      "PlayTests", "Play",
      ["Grading", "HostilePlay", "Playing", "Weaving"]
        + chapters.filter(\.isPlayed).map { .byName(name: "\($0.name)Play") }),
    test("ExperimentsTests", "Runs", ["Experiments"]),
    test("EvaluationTests", "Runs", ["Evaluation", "Text"]),
    test("GradientsRunTests", "Runs", ["GradientsRun", "Autograd"]),
    test(
      "ReferenceTests", "Runs",
      ["Text", "Experiments", "Grading", "LinearAlgebra"]
        + chapters.flatMap { [$0.name, $0.tool].compactMap(\.self) }.map { .byName(name: $0) }),
  ] + givenTests + chapters.flatMap(\.toolTargets)

/// The chapters that are built whole, then those of which they and their runs import the module,
/// themselves or by way of another one.
let wholeChapters = chapters.filter { isWholeBook || onlyChapters.contains($0.number) }
let importedChapters: [Chapter] = {
  var waiting = wholeChapters.flatMap { $0.imports + $0.runImports }
  var imported: Set<String> = []
  while let name = waiting.popLast() {
    guard imported.insert(name).inserted else { continue }
    waiting += chapters.first { $0.name == name }?.imports ?? []
  }
  return chapters.filter { chapter in
    imported.contains(chapter.name) && !wholeChapters.contains { $0.number == chapter.number }
  }
}()

let wholeBook =
  given + grader + runs + play + wholeChapters.flatMap(\.targets) + importedChapters.map(\.module)
  + (isWholeBook ? book : []) + (isReference ? checks : [])

let package = Package(
  name: "from-word2vec-to-bert",
  platforms: [.macOS(.v15)],
  dependencies: isWholeBook && !isOnlyGiven
    ? [
      .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
      .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
      .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ] : [],
  targets: isOnlyGiven ? given + givenTests : wholeBook,
  swiftLanguageModes: [.v6]
)
