/// A number as it is written in code, without the ".0" of a whole one.
func written(_ number: Float) -> String {
  number == number.rounded() && abs(number) < 1e6 ? "\(Int(number))" : "\(number)"
}

/// A vector as it is written in code.
func written(_ vector: [Float]) -> String {
  "[" + vector.map { written($0) }.joined(separator: ", ") + "]"
}

/// A matrix as it is written in code.
func written(_ rows: Rows) -> String {
  "[" + rows.map { written($0) }.joined(separator: ", ") + "]"
}
