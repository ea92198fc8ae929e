import Chapter2

/// The article's sentence with vectors whose numbers come out round.
///
/// “The cat jumped over the puddle”, the = 0, cat = 1, jumped = 2, over = 3, puddle = 4. Around
/// *jumped* the mean is (1, 0), the exponentials of the scores are 1, 2, 4, 1, 1, and P is 4/9.
enum ArticleSentence {
  static let ids = [0, 1, 2, 3, 0, 4]
  static let window = Window(centre: 2, context: [0, 1, 3, 0, 4])
  static let ln2: Float = 0.693_147_2

  static let model = CBOWModel(
    inputVectors: Matrix([
      [1, 0, 7, 1, 2],
      [0, 1, 7, 1, -2],
    ]),
    outputVectors: Matrix([
      [0, 1],
      [ln2, 0],
      [2 * ln2, 5],
      [0, 3],
      [0, 0],
    ]))
}

/// Whether numbers are equal pair by pair, up to `tolerance` times the greater of 1 and the second;
/// never where one is not a number.
func areClose(_ a: [Float], _ b: [Float], tolerance: Float = 1e-6) -> Bool {
  a.count == b.count
    && zip(a, b).allSatisfy { $0 == $1 || abs($0 - $1) <= tolerance * max(1, abs($1)) }
}

/// Whether matrices have one shape and are equal up to rounding.
func areClose(_ a: Matrix, _ b: Matrix, tolerance: Float = 1e-6) -> Bool {
  a.rows == b.rows && a.columns == b.columns
    && areClose(a.values, b.values, tolerance: tolerance)
}
