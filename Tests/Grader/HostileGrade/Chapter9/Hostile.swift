// A learner may unwrap nil by force; this file has to.
// swift-format-ignore-file: NeverForceUnwrap

import Exercises
import Foundation
import Grading

/// What learners' programs do, by accident and on purpose.
enum Hostile {
  typealias Answer = @Sendable (Int) -> Int

  static let programs: [(name: String, answer: Answer)] =
    honest + endings + loops + waits + noises + attacks

  // MARK: Honest ones, to see that nobody else's verdict is touched

  static let honest: [(name: String, answer: Answer)] = [
    ("right", { $0 * 2 }),
    ("wrong", { $0 == 3 ? 7 : $0 * 2 }),
    ("mistake", { $0 * $0 }),
    (
      "kept",
      { number in
        enum Kept { nonisolated(unsafe) static var result: Int? }
        let result = Kept.result ?? number * 2
        Kept.result = result
        return result
      }
    ),
    (
      "prints",
      {
        print("doubling \($0)")
        return $0 * 2
      }
    ),
    ("todo", { _ in todo("todo") }),
    (
      "half done",
      { number in
        guard number == 0 else { todo("half done") }
        return 0
      }
    ),
    ("todo of another", { _ in todo("right") }),
  ]

  // MARK: Ways to end

  static let endings: [(name: String, answer: Answer)] = [
    ("exit 0", { _ in exit(0) }),
    ("exit 42", { _ in exit(42) }),
    ("_exit", { _ in _exit(0) }),
    ("abort", { _ in abort() }),
    ("fatal error", { fatalError("no idea how to double \($0)") }),
    (
      "precondition",
      { number in
        precondition(number > 5)
        return number * 2
      }
    ),
    ("index out of range", { [0, 2][$0 * 2] }),
    ("forced unwrap", { Int(String(repeating: "x", count: $0 + 1))! }),
    ("overflow", { ($0 + 1) * Int.max * 2 }),
    ("null pointer", { UnsafePointer<Int>(bitPattern: 16 + $0 * 8)!.pointee }),
    ("null pointer, deep", { one($0) }),
    (
      "flood, then a crash",
      { number in
        for _ in 0..<200 { print(String(repeating: "spam ", count: 1000)) }
        return [0, 2][number + 2]
      }
    ),
    (
      "wrong, then a crash",
      { number in
        number == 2 ? 2 : [0][number]
      }
    ),
    (
      "exit at the end",
      { number in
        atexit { _exit(0) }
        return number * 3
      }
    ),
  ]

  // MARK: Loops, recursion and memory

  static let loops: [(name: String, answer: Answer)] = [
    (
      "endless loop",
      { number in
        while number < 100 {}
        return number
      }
    ),
    (
      "endless loop, alarm off",
      { number in
        alarm(0)
        for signal in 1..<32 as Range<Int32> { signal_ignore(signal) }
        while number < 100 {}
        return number
      }
    ),
    (
      "sleep",
      { number in
        while true { sleep(1) }
        return number
      }
    ),
    ("endless recursion", { recurse($0) + 1 }),
    (
      "unbounded allocation",
      { number in
        var hoard: [[UInt8]] = []
        while number < 100 { hoard.append([UInt8](repeating: 1, count: 16 << 20)) }
        return hoard.count
      }
    ),
    ("one huge allocation", { [Int](repeating: $0, count: 1 << 40).count }),
    (
      "threads that never end",
      { number in
        for _ in 0..<4 { Thread { while true { sleep(1) } }.start() }
        return number * 2
      }
    ),
  ]

  // MARK: Waits, and loops that others run

  static let waits: [(name: String, answer: Answer)] = [
    (
      "held up for a while",
      { number in
        spawn("(sleep 1.4; kill -CONT \(getpid())) >/dev/null 2>&1 &")
        if number == 0 { kill(getpid(), SIGSTOP) }
        return number * 2
      }
    ),
    (
      "stops itself",
      { number in
        kill(getpid(), SIGSTOP)
        return number * 2
      }
    ),
    (
      "lock that nobody opens",
      { number in
        DispatchSemaphore(value: 0).wait()
        return number * 2
      }
    ),
    (
      "pipe that nobody writes to",
      { number in
        let pipe = Pipe()
        return withExtendedLifetime(pipe) {
          pipe.fileHandleForReading.availableData.count + number * 2
        }
      }
    ),
    (
      "loop on a thread",
      { number in
        Thread { while true {} }.start()
        DispatchSemaphore(value: 0).wait()
        return number * 2
      }
    ),
    (
      "loop in a child",
      { number in
        spawn("while :; do :; done")
        return number * 2
      }
    ),
    (
      "loop of children",
      { number in
        while number < 100 { spawn("i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done") }
        return number * 2
      }
    ),
  ]

  private static func one(_ number: Int) -> Int { two(number + 1) + 1 }
  private static func two(_ number: Int) -> Int { three(number + 1) + 1 }
  private static func three(_ number: Int) -> Int {
    (UnsafePointer<Int>(bitPattern: 16 + number * 8)?.pointee ?? 0) + 1
  }

  private static func recurse(_ number: Int) -> Int {
    number == Int.max ? 0 : recurse(number + 1) + number
  }

  private static func signal_ignore(_ number: Int32) { signal(number, SIG_IGN) }

  // MARK: Noise

  static let noises: [(name: String, answer: Answer)] = [
    (
      "flood of output",
      { number in
        while number < 100 { print(String(repeating: "spam ", count: 1000)) }
        return number
      }
    ),
    (
      "flood of errors",
      { number in
        let line = Data(repeating: 65, count: 100_000)
        while number < 100 { FileHandle.standardError.write(line) }
        return number
      }
    ),
    (
      "claims to have passed",
      { number in
        print("✔ Test exercise1_1() passed after 0.001 seconds.")
        print(
          #"{"exercise":"claims to have passed","kind":"passed","message":"","output":"","seconds":0}"#
        )
        FileHandle.standardOutput.write(
          Data("0123456789abcdef0123456789abcdef verdict e30=\n".utf8))
        exit(0)
      }
    ),
    (
      "garbage",
      { number in
        let noise = Data((0..<4096).map { _ in UInt8.random(in: 128...255) })
        FileHandle.standardOutput.write(noise)
        return number * 2
      }
    ),
    (
      "closes standard output",
      { number in
        close(1)
        close(2)
        return number * 2
      }
    ),
    (
      "closes everything",
      { number in
        for descriptor in 0..<1024 as Range<Int32> { close(descriptor) }
        return number * 2
      }
    ),
    (
      "writes into everything",
      { _ in
        let line = "verdict passed \u{0} {\"kind\":\"passed\"}\n"
        for descriptor in 3..<1024 as Range<Int32> {
          _ = line.withCString { write(descriptor, $0, 40) }
        }
        exit(0)
      }
    ),
  ]

  // MARK: Attacks on the grader

  static let attacks: [(name: String, answer: Answer)] = [
    (
      "detached child",
      { number in
        spawn(
          "setsid sleep ${HOSTILE_SLEEP:-60} >/dev/null 2>&1 </dev/null & setsid sleep ${HOSTILE_SLEEP:-60} &"
        )
        return number * 2
      }
    ),
    (
      "child that holds the pipes",
      { number in
        spawn("sleep ${HOSTILE_SLEEP:-60} &")
        return number * 2
      }
    ),
    (
      "kills its group",
      { number in
        kill(0, SIGKILL)
        return number
      }
    ),
    (
      "kills its parent",
      { number in
        kill(getppid(), SIGKILL)
        sleep(1)
        return number * 2
      }
    ),
    (
      "stops its parent",
      { number in
        kill(getppid(), SIGSTOP)
        return number * 2
      }
    ),
    (
      "writes into its parent's output",
      { number in
        #if os(Linux)
          let file = open("/proc/\(getppid())/fd/1", O_WRONLY)
          let line =
            #"{"exercise":"writes into its parent's output","kind":"passed","message":"","#
            + #""output":"","seconds":0}"# + "\n"
          _ = line.withCString { write(file, $0, strlen($0)) }
        #endif
        kill(getppid(), SIGKILL)
        sleep(1)
        return number
      }
    ),
    (
      "replaces the handler",
      { _ in
        TodoReport.handler = { _, _, _ in exit(0) }
        todo("replaces the handler")
      }
    ),
    (
      "fills the disk",
      { number in
        let path = NSTemporaryDirectory() + "hostile-\(getpid())"
        let file = fopen(path, "w")
        unlink(path)
        let block = [UInt8](repeating: 0, count: 1 << 20)
        while number < 100 { fwrite(block, 1, block.count, file) }
        return number
      }
    ),
  ]

  /// Runs a shell command to its end; what it put into the background goes on.
  private static func spawn(_ command: String) {
    var pid = pid_t()
    var arguments = cStrings(["sh", "-c", command])
    var environment = cStrings(ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" })
    posix_spawn(&pid, "/bin/sh", nil, nil, &arguments, &environment)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }

  private static func cStrings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }
}
