import Grading

/// Every exercise of the chapter with its mistakes and alternatives, in the chapter's order.
public let chapter2Proofs: [ExerciseProofs] = [
  windowsExercise.proofs,
  lookUpExercise.proofs,
  contextMeanExercise.proofs,
  scoresExercise.proofs,
  softmaxExercise.proofs,
  crossEntropyExercise.proofs,
  lossExercise.proofs,
  outputGradientExercise.proofs,
  inputGradientExercise.proofs,
  stepExercise.proofs,
  trainingExercise.proofs,
  nearestNeighboursExercise.proofs,
  principalComponentsExercise.proofs,
]
