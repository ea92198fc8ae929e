// swift-tools-version: 6.1
import PackageDescription

// The chapters that exist. One number here gives a chapter its five targets, named below.
let writtenChapters = [1, 2]

// What the environment may ask for:
//   SOLUTIONS=all | 3 | 1,2,6   build the reference (Solutions/ChapterN) in place of the learner's files
//   CHAPTER=3                   build chapter 3 and nothing else, so that no other chapter's mistakes stop it
//   OVERLAY=1                   build chapter and grader from .build/overlay, which `course check` writes
func chapterNumbers(_ name: String) -> Set<Int> {
  guard let value = Context.environment[name], !value.isEmpty else { return [] }
  if value == "all" { return Set(writtenChapters) }
  return Set(
    value.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = Int(part), writtenChapters.contains(number) else {
        fatalError(
          "\(name)=\(value): “\(part)” is no chapter; write all, or numbers of \(writtenChapters)")
      }
      return number
    })
}

let withSolution = chapterNumbers("SOLUTIONS")
let withOverlay = chapterNumbers("OVERLAY")
let onlyChapters = chapterNumbers("CHAPTER")
let isWholeBook = onlyChapters.isEmpty

func chapterSources(_ number: Int) -> String {
  if withOverlay.contains(number) { return ".build/overlay/Chapter\(number)" }
  return "\(withSolution.contains(number) ? "Solutions" : "Sources")/Chapter\(number)"
}

func gradeSources(_ number: Int) -> String {
  "\(withOverlay.contains(number) ? ".build/overlay" : "Tests")/Chapter\(number)Grade"
}

// What a chapter's module needs beyond Exercises and Text. Nothing that an exercise asks for may be
// a call into one of them: Evaluation, with a cosine and Spearman's ρ, is for the runs.
let chapterLibraries: [Int: [Target.Dependency]] = [2: ["LinearAlgebra"]]

func chapterTargets(_ number: Int) -> [Target] {
  let chapter = "Chapter\(number)"
  return [
    // The learner's module, or the reference in its place.
    .target(
      name: chapter, dependencies: ["Exercises", "Text"] + chapterLibraries[number, default: []],
      path: chapterSources(number)),
    // What every exercise checks, its named mistakes and alternative answers; knows no implementation.
    .target(name: "\(chapter)Checks", dependencies: ["Grading"], path: "Tests/\(chapter)Checks"),
    // The program that grades: it connects the chapter's functions to the checks.
    .executableTarget(
      name: "\(chapter)Grade",
      dependencies: [.byName(name: chapter), .byName(name: "\(chapter)Checks"), "Grading"],
      path: gradeSources(number)),
    // The same, under `swift test`.
    .testTarget(
      name: "\(chapter)Tests",
      dependencies: [.byName(name: "\(chapter)Grade"), "Grading"]),
    // The training runs and measurements behind the chapter's figures and numbers.
    .executableTarget(
      name: "\(chapter)Run",
      dependencies: [.byName(name: chapter), "Evaluation", "Experiments", "Text"]),
  ]
}

// Matrices are multiplied by the library that is tuned for the machine; LinearAlgebra alone knows
// which one that is.
#if os(macOS)
  let blasTargets: [Target] = []
  let blas: [Target.Dependency] = []
#else
  let blasTargets: [Target] = [
    .systemLibrary(
      name: "CBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])])
  ]
  let blas: [Target.Dependency] = ["CBLAS"]
#endif

let learnerTargets: [Target] = [
  .target(name: "Exercises"),
  .target(name: "Text"),
  .target(name: "CProcess"),
  .target(name: "Grading", dependencies: ["Exercises", "CProcess", "Text"]),
  .target(name: "Experiments", dependencies: ["Exercises"]),
  .target(name: "Evaluation", dependencies: ["Text"]),
  .target(name: "LinearAlgebra", dependencies: blas),
  // Optimised in debug builds too: a learner's own code is built for debugging, and trains with it.
  .target(
    name: "Autograd", dependencies: ["LinearAlgebra", "Text"],
    swiftSettings: [
      .unsafeFlags(
        ["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"], .when(configuration: .debug))
    ]),
]

let bookTargets: [Target] = [
  .systemLibrary(
    name: "CCmark", pkgConfig: "libcmark",
    providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
  .target(name: "Weaving"),
  .target(
    name: "SiteBuilder",
    dependencies: ["CCmark", "Weaving", .product(name: "Mustache", package: "swift-mustache")]),
  .target(name: "Coursework", dependencies: ["Grading"]),
  .target(
    name: "Preview",
    dependencies: [
      "Coursework", "Grading", "SiteBuilder", "Weaving",
      .product(name: "FlyingFox", package: "FlyingFox"),
      .product(name: "FlyingSocks", package: "FlyingFox"),
    ]),
  .executableTarget(
    name: "course",
    dependencies: [
      "Coursework", "Grading", "Preview", "SiteBuilder", "Text", "Weaving",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  .executableTarget(name: "HostileGrade", dependencies: ["Grading"], path: "Tests/HostileGrade"),
  .testTarget(
    name: "GradingTests",
    dependencies: ["Grading", "HostileGrade"]
      + writtenChapters.map { .byName(name: "Chapter\($0)Checks") }),
  .testTarget(name: "CourseworkTests", dependencies: ["Coursework", "Grading"]),
  .testTarget(name: "WeavingTests", dependencies: ["Weaving"]),
  .testTarget(name: "SiteBuilderTests", dependencies: ["SiteBuilder", "CCmark"]),
  .testTarget(
    name: "PreviewTests", dependencies: ["Coursework", "Grading", "Preview", "SiteBuilder"]),
  .testTarget(name: "TextTests", dependencies: ["Text"]),
  .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "Text"]),
  // What peers/autograd races with PyTorch, and the two models that it races with.
  .executableTarget(name: "AutogradTool", dependencies: ["Autograd", "Text"]),
  .testTarget(name: "AutogradTests", dependencies: ["Autograd", "AutogradTool", "Text"]),
  .testTarget(name: "ExperimentsTests", dependencies: ["Experiments"]),
  // The numbers and the figure of the pages about gradients.
  .executableTarget(name: "GradientsRun", dependencies: ["Autograd", "Experiments"]),
  .testTarget(name: "GradientsRunTests", dependencies: ["GradientsRun", "Autograd"]),
]

// Reference modules against independent computations: only where every chapter is the reference.
// The tools are what peers/ calls to compare the models with other programs.
let referenceTargets: [Target] =
  withSolution.count == writtenChapters.count
  ? [
    .executableTarget(name: "LanguageModelTool", dependencies: ["Chapter1", "Text"]),
    .executableTarget(name: "CBOWTool", dependencies: ["Chapter2", "Text"]),
    .testTarget(
      name: "ReferenceTests",
      dependencies: [
        "Text", "Experiments", "Grading", "LinearAlgebra", "LanguageModelTool", "CBOWTool",
      ]
        + writtenChapters.map { .byName(name: "Chapter\($0)") }),
  ] : []

let package = Package(
  name: "from-word2vec-to-bert",
  platforms: [.macOS(.v15)],
  dependencies: isWholeBook
    ? [
      .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
      .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
      .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ] : [],
  targets: learnerTargets + blasTargets
    + writtenChapters.filter { isWholeBook || onlyChapters.contains($0) }.flatMap(chapterTargets)
    + (isWholeBook ? bookTargets + referenceTargets : []),
  swiftLanguageModes: [.v6]
)
