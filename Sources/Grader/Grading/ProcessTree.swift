import CProcess
import Foundation

/// The processes below this one: a check, and whatever it started.
///
/// The supervisor adopts orphans, so that nothing leaves its tree.
enum ProcessTree {
  /// What the processes have used, and whether they wait.
  struct Use: Equatable {
    /// Processor time, in seconds: of all threads, and of processes that have been waited for.
    var processorSeconds: Double
    /// Whether a thread runs, would run if it got a processor, or waits for a disk.
    var isBusy: Bool
  }

  /// What the tree has used since this process began.
  ///
  /// Other systems than Linux tell of processes that have ended only, and of no thread's state.
  static func use() -> Use {
    var use = Use(processorSeconds: course_ended_children_seconds(), isBusy: false)
    #if os(Linux)
      let ticks = Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
      for process in descendants() {
        use.processorSeconds += Double(process.ticks) / ticks
        use.isBusy = use.isBusy || process.isBusy || hasBusyThread(process.pid)
      }
    #endif
    return use
  }

  /// Ends what a check left running, for at most two seconds.
  static func end() {
    #if os(Linux)
      for _ in 0..<100 {
        let left = descendants()
        if left.isEmpty { return }
        left.forEach { kill($0.pid, SIGKILL) }
        var status: Int32 = 0
        while waitpid(-1, &status, WNOHANG) > 0 {}
        usleep(20_000)
      }
    #endif
  }

  #if os(Linux)
    /// A line of `/proc/N/stat`.
    private struct Process {
      let pid, parent: pid_t
      let isBusy: Bool
      /// User and system time, its own and that of the children it has waited for.
      let ticks: Int

      init?(stat path: String) {
        // Fields are counted behind the name, which may hold anything.
        guard let stat = try? String(contentsOfFile: path, encoding: .utf8),
          let name = stat.lastIndex(of: ")"),
          let pid = stat.split(separator: " ", maxSplits: 1).first.flatMap({ pid_t($0) })
        else { return nil }
        let fields = stat[stat.index(after: name)...].split(separator: " ")
        guard fields.count > 14, let parent = pid_t(fields[1]) else { return nil }
        self.pid = pid
        self.parent = parent
        isBusy = ["R", "D"].contains(fields[0])
        ticks = fields[11...14].reduce(0) { $0 + (Int($1) ?? 0) }
      }
    }

    /// Every process whose parent is this one, or a descendant of it.
    private static func descendants() -> [Process] {
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      let all = entries.filter { $0.first?.isNumber == true }
        .compactMap { Process(stat: "/proc/\($0)/stat") }
      let children = Dictionary(grouping: all, by: \.parent)
      var found: [Process] = []
      var parents = [getpid()]
      while let parent = parents.popLast() {
        let next = children[parent] ?? []
        found += next
        parents += next.map(\.pid)
      }
      return found
    }

    /// Of a crowd of threads, the first few hundred are looked at.
    private static func hasBusyThread(_ pid: pid_t) -> Bool {
      let folder = "/proc/\(pid)/task"
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return threads.prefix(256).contains {
        Process(stat: "\(folder)/\($0)/stat")?.isBusy ?? false
      }
    }
  #endif
}

extension rusage {
  /// User and system time together.
  var processorSeconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }
}
