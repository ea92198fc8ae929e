@testable import Autograd

/// Does something with a number of threads, and puts the number back.
func withWorkers<Result>(_ count: Int, _ body: () -> Result) -> Result {
  let before = Workers.count
  defer { Workers.count = before }
  Workers.count = count
  return body()
}
