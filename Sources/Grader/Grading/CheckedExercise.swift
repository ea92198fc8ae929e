import CProcess
import Exercises
import Foundation

/// The process in which one exercise is checked: here, and only here, learner code runs.
///
/// It speaks to its supervisor through a pipe that learner code is not told of, and signs each
/// line with a number that it read from standard input before any learner code ran.
/// Leaving in any other way than by a signed verdict is a failure, whatever the exit code.
///
/// This contains accidents and careless tricks.
/// It is no sandbox: code that searches its own memory for the number can forge a verdict, and
/// nothing keeps learner code from the file system. Grade strangers' code in a container.
enum CheckedExercise {
  static let childFlag = "--child"
  /// The descriptor on which the supervisor hands over the result pipe.
  static let handedDescriptor: Int32 = 3

  /// Bytes of address space: a chapter's exercises need tens of megabytes.
  static let addressBytes: UInt = 1 << 30
  private static let fileBytes: UInt = 64 << 20

  /// Checks the exercise, sends the verdict and leaves.
  ///
  /// - Parameters:
  ///   - seconds: the processor time that it may take.
  ///   - claim: the one claim that is looked at; nil for all.
  static func run(_ exercise: BoundExercise?, seconds: Double, claim: Int?) -> Never {
    let nonce = Seal.read()
    let line = ResultLine(
      descriptor: course_duplicate(handedDescriptor, 200 + Int32.random(in: 0..<300)),
      nonce: nonce)
    course_close_others(line.descriptor)
    guard let exercise, !nonce.isEmpty else { _exit(65) }
    let null = open("/dev/null", O_RDONLY)
    dup2(null, 0)
    close(null)
    course_die_with_parent()
    course_limit(UInt(seconds.rounded(.up)), addressBytes, fileBytes)
    course_write_lines_at_once()

    TodoReport.handler = { id, file, place in
      fflush(nil)
      let location = "\(file):\(place)"
      line.send(
        id == exercise.id
          ? Verdict(exercise: exercise.id, kind: .notAttempted, location: location)
          : Verdict(exercise: exercise.id, kind: .blocked, location: location, blockedBy: id))
      _exit(0)
    }
    let verdict =
      if let claim, let holds = exercise.holdsAlone?(claim) {
        Verdict(exercise: exercise.id, kind: holds ? .passed : .wrong)
      } else {
        exercise.verdict { event in line.send(event) }
      }
    // First the verdict: threads that learner code left behind may keep `fflush` waiting.
    line.send(verdict)
    close(line.descriptor)
    fflush(nil)
    _exit(0)
  }
}

/// The signed lines from a check to its supervisor.
struct ResultLine: Sendable {
  let descriptor: Int32
  let nonce: String

  /// Says what is about to be checked, or what has failed.
  func send(_ event: CheckEvent) {
    switch event {
    case .claim(let claim): send("claim", Data(claim.prefix(300).utf8))
    case .failure(let message): send("failure", Data(message.utf8))
    }
  }

  /// Says how it ended.
  func send(_ verdict: Verdict) { send("verdict", (try? JSONEncoder().encode(verdict)) ?? Data()) }

  private func send(_ kind: String, _ payload: Data) {
    let bytes = Array("\(nonce) \(kind) \(payload.base64EncodedString())\n".utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      sent += max(0, count)
    }
  }

  /// Reads what a check has sent; lines without the right signature are passed over.
  static func read(_ bytes: [UInt8], nonce: String) -> ReceivedLines {
    var received = ReceivedLines()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 3, parts[0] == nonce,
        let payload = Data(base64Encoded: String(parts[2]))
      else { continue }
      switch parts[1] {
      case "claim":
        received.claim = String(decoding: payload, as: UTF8.self)
        received.claimCount += 1
      case "failure": received.failure = String(decoding: payload, as: UTF8.self)
      case "verdict" where received.verdict == nil:
        received.verdict = try? JSONDecoder().decode(Verdict.self, from: payload)
      default: break
      }
    }
    return received
  }
}

/// What a check has said.
struct ReceivedLines {
  /// What was checked last.
  var claim: String?
  /// How many claims were looked at.
  var claimCount = 0
  /// The message on the first claim that failed.
  var failure: String?
  /// How it ended.
  var verdict: Verdict?
}
