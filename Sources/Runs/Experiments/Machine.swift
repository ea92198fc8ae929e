import Foundation

/// The machine that made the timings.
public enum Machine {
  /// The processor as the system names it, and how many of its cores a program may use.
  public static var processor: String {
    "\(model ?? "unknown processor"), \(ProcessInfo.processInfo.activeProcessorCount) cores"
  }

  /// The operating system.
  public static var system: String {
    #if os(Linux)
      "Linux"
    #else
      "macOS"
    #endif
  }

  /// The compiler's version as far as the code can tell.
  public static var swiftVersion: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #elseif compiler(>=6.2)
      "6.2"
    #else
      "6.1"
    #endif
  }

  private static var model: String? {
    #if os(Linux)
      guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else {
        return nil
      }
      let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
      return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    #else
      return nil
    #endif
  }
}
