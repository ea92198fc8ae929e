import Foundation
import Testing

@testable import Coursework

@Suite("What the doctor says of a machine")
struct DoctorTests {
  private static let programs = [
    "swift --version": "Swift version 6.3.1 (swift-6.3.1-RELEASE)\nTarget: x",
    "pkg-config --version": "1.8.1\n", "pkg-config --modversion libcmark": "0.30.2\n",
    "pkg-config --modversion openblas": "0.3.21\n", "node --version": "v20.1.2\n",
    "python3 --version": "Python 3.11.7\n", "python3 -m pip --version": "pip 23.2.1 from somewhere",
    "python3 -c import venv, ensurepip": "", "apt-get --version": "apt 2.6.1 (amd64)\n",
    "perf --version": "perf version 6.1.187\n", "unshare --user --map-root-user true": "",
  ]

  private static func machine(
    without missing: Set<String> = [], with changed: [String: String] = [:], isMac: Bool = false
  ) -> Machine {
    let programs = programs.merging(changed) { $1 }
    return Machine(
      isMac: isMac,
      output: { program, arguments in
        let command = ([program] + arguments).joined(separator: " ")
        return missing.contains(program) || missing.contains(command) ? nil : programs[command]
      },
      text: { path in
        [
          "/k/katex.js": #"a,version:"0.16.4",b"#,
          "/sys/fs/cgroup/cgroup.controllers": "cpu memory pids",
        ][path]
      })
  }

  @Test("Where everything is there, each line has its version and none a remedy")
  func healthy() {
    let report = DoctorReport(of: Self.machine(), katexFolder: "/k", hasFonts: true)
    #expect(report.isHealthy)
    #expect(
      report.lines.map(\.version) == [
        "6.3.1", "1.8.1", "0.30.2", "0.3.21", "20.1.2", "0.16.4", "made", "3.11.7", "23.2.1",
        "2.6.1",
        "there", "6.1.187", "there", "version 2",
      ])
    #expect(!report.text.contains("missing"))
    #expect(report.text.hasSuffix("\n\nEverything is there that the book needs."))
  }

  @Test("Each thing that is missing ends with what to install")
  func missing() {
    let report = DoctorReport(
      of: Self.machine(without: ["node", "perf"]), katexFolder: nil, hasFonts: true)
    #expect(!report.isHealthy)
    let lines = report.text.split(separator: "\n")
    #expect(
      lines.contains {
        $0.hasPrefix("✘ Node.js         missing") && $0.hasSuffix(": sudo apt-get install nodejs")
      })
    #expect(lines.contains { $0.hasPrefix("✘ KaTeX") && $0.hasSuffix("install libjs-katex") })
    #expect(lines.contains { $0.hasPrefix("– perf") && $0.hasSuffix("install linux-perf") })
    #expect(
      lines.last == "The book needs Node.js, KaTeX; `make setup` installs what it can.")
  }

  @Test("What only some need does not make a machine ill")
  func optional() {
    let missing: Set = ["python3", "apt-get", "perf", "unshare"]
    let report = DoctorReport(
      of: Self.machine(without: missing), katexFolder: "/k", hasFonts: false)
    #expect(report.isHealthy)
    #expect(report.text.contains("– fonts") && report.text.contains(": make setup"))
  }

  @Test("A machine with nothing at all gets a line for each thing")
  func nothing() {
    for isMac in [false, true] {
      let machine = Machine(isMac: isMac, output: { _, _ in nil }, text: { _ in nil })
      let report = DoctorReport(of: machine, katexFolder: nil, hasFonts: false)
      #expect(!report.isHealthy)
      #expect(report.lines.allSatisfy { !$0.remedy.isEmpty })
      #expect(
        report.lines.filter { $0.version != nil }.map(\.version) == (isMac ? ["Accelerate"] : []))
    }
  }

  @Test(
    "A version that is too old is told as such",
    arguments: [
      ("swift --version", "Swift version 5.10 (x)", "5.10 is too old", false),
      ("swift --version", "Swift version 6.1.2 (x)", "6.1.2", true),
      ("swift --version", "Swift version 10.0 (x)", "10.0", true),
      ("python3 --version", "Python 3.8.10", "3.8.10 is too old", true),
    ])
  func tooOld(command: String, output: String, finding: String, isHealthy: Bool) {
    let report = DoctorReport(
      of: Self.machine(with: [command: output]), katexFolder: "/k", hasFonts: true)
    #expect(report.isHealthy == isHealthy)
    #expect(report.text.contains(" \(finding) "))
  }

  @Test("On a Mac the remedies are a Mac's")
  func mac() {
    let report = DoctorReport(
      of: Self.machine(without: ["node", "pkg-config"], isMac: true), katexFolder: nil,
      hasFonts: true)
    #expect(report.text.contains("brew install cmark"))
    #expect(report.text.contains("npm install --global katex"))
    #expect(!report.text.contains("sudo apt-get install"))
  }

  @Test("A program is found in the folders of the path, and not a folder of its name")
  func path() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "path-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "tool"), withIntermediateDirectories: true)
    #expect(ProgramPath.find("tool", path: folder.path) == nil)
    #expect(ProgramPath.find("sh", path: "/nowhere:/bin") == "/bin/sh")
    #expect(ProgramPath.find("sh", path: nil) == nil)
    #expect(ProgramPath.find("sh", path: "") == nil)
  }
}
