#if os(macOS)
  import Accelerate
#else
  import CBLAS
#endif

/// The one place where the course calls the Basic Linear Algebra Subprograms, which every maker of
/// processors tunes by hand: OpenBLAS on Linux, Accelerate on macOS.
public enum BLAS {
  /// Multiplies two matrices.
  ///
  /// ```
  /// C ← scale · A B + keeping · C
  /// ```
  ///
  /// - Parameters:
  ///   - left: A, `[rows, inner]`; `transposed` reads it the other way round without a copy.
  ///   - right: B, `[inner, columns]`, likewise.
  ///   - result: C, `[rows, columns]`; overlaps neither A nor B.
  ///   - scale: a factor for the product.
  ///   - keeping: a factor for what stands in C; where it is 0, C may hold anything.
  /// - Precondition: the shapes fit.
  /// - Complexity: rows · inner · columns multiplications.
  /// - Note: `sgemm` of Dongarra, Du Croz, Hammarling and Duff, *A Set of Level 3 Basic Linear
  ///   Algebra Subprograms*, 1990.
  public static func multiply(
    _ left: MatrixView, _ right: MatrixView, into result: MutableMatrixView, scale: Float = 1,
    keeping: Float = 0
  ) {
    let (rows, inner) = left.shape
    let (innerOfRight, columns) = right.shape
    precondition(inner == innerOfRight, "A has \(inner) columns ≠ B has \(innerOfRight) rows")
    precondition(
      result.rows == rows && result.columns == columns,
      "C is \(result.rows) × \(result.columns), but A B is \(rows) × \(columns)")
    guard rows > 0, columns > 0 else { return }
    cblas_sgemm(
      CblasRowMajor, left.isTransposed ? CblasTrans : CblasNoTrans,
      right.isTransposed ? CblasTrans : CblasNoTrans, dimension(rows), dimension(columns),
      dimension(inner), scale, left.start, dimension(max(left.stride, 1)), right.start,
      dimension(max(right.stride, 1)), keeping, result.start, dimension(max(result.stride, 1)))
  }

  /// Has each call work with its own thread alone, for a program that shares the work out itself.
  public static func useCallingThreadOnly() {
    #if os(macOS)
      BLASSetThreading(BLAS_THREADING_SINGLE_THREADED)
    #else
      openblas_set_num_threads(1)
    #endif
  }

  private static func dimension(_ count: Int) -> Int32 { Int32(count) }
}
