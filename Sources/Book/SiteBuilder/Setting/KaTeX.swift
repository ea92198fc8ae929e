import Foundation

/// Where KaTeX is, which sets the formulas.
public enum KaTeX {
  /// The folders in which it is looked for: what `KATEX_DIR` says, else the systems' own.
  static func places(in environment: [String: String]) -> [String] {
    environment["KATEX_DIR"].map { [$0] } ?? [
      "/usr/share/javascript/katex", "/opt/homebrew/lib/node_modules/katex/dist",
      "/usr/local/lib/node_modules/katex/dist", "/opt/homebrew/opt/katex/dist",
    ]
  }

  /// The folder with `katex.js`, `katex.min.css` and `fonts`; nil where there is none.
  public static func folder(
    in environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    places(in: environment).first { place in
      ["katex.js", "katex.min.css"].allSatisfy {
        FileManager.default.fileExists(atPath: "\(place)/\($0)")
      }
    }
  }
}
