import Grading

// A grading program whose learner does everything a learner's code might do.
// All exercises are the same, "double a number"; each has one of the programs for an answer.

/// The exercise that every program claims to solve.
private func double(_ id: String) -> Exercise<@Sendable (Int) -> Int> {
  Exercise(
    id, section: "doubling", seconds: id == "held up for a while" ? 1 : 3,
    examine: { double, examination in
      examination.check("double(0)", double(0), is: 0)
      examination.check("double(2)", double(2), is: 4)
      examination.check("double(3)", double(3), is: 6)
    },
    mistakes: [
      .init("the number is squared", { $0 * $0 }),
      .init("the number is returned as it is", { $0 }),
      .init("two is added", { $0 + 2 }),
    ],
    alternatives: [.init("shifting", { $0 << 1 })])
}

GradeMain.run(
  exercises: Hostile.programs.map { double($0.name).judging($0.answer) }, patience: 3)
