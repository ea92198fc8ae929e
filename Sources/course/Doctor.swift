import ArgumentParser
import Coursework
import SiteBuilder

/// `course doctor`.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what of what the course uses is here, in which version, and what is missing.",
    discussion: "Exits with 0 where everything is there that the book needs.")

  mutating func run() throws {
    let root = try Workspace().root
    let report = DoctorReport(
      of: .this, katexFolder: KaTeX.folder(), hasFonts: BookFonts.areMade(root: root))
    print(report.text)
    if !report.isHealthy { throw ExitCode.failure }
  }
}
