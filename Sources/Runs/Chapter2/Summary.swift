import Experiments
import Foundation

/// The run in a few lines, for the person who waited for it.
func summary(of results: Results) -> String {
  func text(_ key: String) -> String {
    switch results[key] {
    case .text(let text)?: text
    case .number(let number)?: String(format: "%.4g", number)
    case .integer(let integer)?: String(integer)
    default: "–"
    }
  }
  func list(_ key: String) -> String {
    guard case .list(let values)? = results[key] else { return "" }
    return values.compactMap { if case .text(let word) = $0 { word } else { nil } }
      .joined(separator: ", ")
  }
  var lines = [""]
  lines.append("Mean loss in nats; a model that knows nothing has \(text("training.uniformLoss"))")
  for epoch in 1... {
    guard results["training.loss.\(epoch)"] != nil else { break }
    lines.append("  epoch \(epoch)   \(text("training.loss.\(epoch)"))")
  }
  lines.append("  \(text("timing.training.wordsPerSecond")) words a second")
  lines += ["", "Nearest neighbours"]
  if case .table(let words)? = results["neighbours"] {
    for (word, _) in words { lines.append("  \(word): \(list("neighbours.\(word).words"))") }
  }
  if results["similarity"] != nil {
    lines += ["", "Spearman's ρ with what people said"]
    for name in ["wordsim", "simlex"] {
      lines.append(
        "  \(name)   \(text("similarity.\(name).rho")) "
          + "(\(text("similarity.\(name).covered")) of \(text("similarity.\(name).pairs")) pairs)")
    }
  }
  return (lines + [""]).joined(separator: "\n")
}
