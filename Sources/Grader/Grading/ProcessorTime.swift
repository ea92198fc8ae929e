import Foundation

/// The time for which this process has kept processors busy, all of its threads together.
///
/// The wall clock runs on while others use the machine; this does not.
enum ProcessorTime {
  /// Since the process began.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
