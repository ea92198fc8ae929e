import Exercises
import Foundation
import Playing

/// A chapter whose functions do what learners' functions do.
struct HostilePlayer: Player {
  static let plays = [
    Play(does: "say it again", typed: "echo a line", tells: "Says a line again.", needs: "9.1")
  ]

  let source = "The text: none."
  private let misfortune: String?
  private var answers = 0

  init(_ options: PlayOptions) throws {
    misfortune = options.corpus
    if misfortune == "no text" { throw PlayOptions.Fault("no text: error: this is no text") }
  }

  mutating func prepare() {
    if misfortune == "trap" { at("9.7") { trap() } }
  }

  mutating func answer(_ line: String) -> String {
    answers += 1
    switch line {
    case "trap": at("9.2") { trap() }
    case "inner": at("9.2") { at("9.3") { trap() } }
    case "loop": at("9.4") { loop() }
    case "memory": at("9.5") { UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1 }
    case "leave": at("9.6") { exit(3) }
    case "stub": at("9.1") { todo("9.1") }
    case "print":
      at("9.1") { print("a learner's print") }
      FileHandle.standardError.write(Data("a learner's complaint\n".utf8))
    case "ours": trap()
    default: at("9.1") {}
    }
    return "\(answers). \(line.count) characters: \(line.prefix(40))"
  }

  private func at(_ exercise: String, _ work: () -> Void) {
    let part = Part(exercise)
    part(work)
  }

  private func trap() {
    let numbers = [Int](repeating: 0, count: answers)
    precondition(numbers.count < 0, "no array has so few numbers")
  }

  private func loop() {
    while Date().timeIntervalSince1970 > 0 {}
  }
}

Session.run(HostilePlayer.self, chapter: 9)
