import Grading

/// Every exercise of the chapter with its mistakes and alternatives, in the chapter's order.
public let chapter1Proofs: [ExerciseProofs] = [
  oneHotExercise.proofs,
  cosineSimilarityExercise.proofs,
  logProbabilityExercise.proofs,
  unigramExercise.proofs,
  bigramExercise.proofs,
  nGramsExercise.proofs,
  nGramCountsExercise.proofs,
  nGramModelExercise.proofs,
  unseenShareExercise.proofs,
  perplexityExercise.proofs,
  addKExercise.proofs,
  sampleIndexExercise.proofs,
  sampleSentenceExercise.proofs,
  discountsExercise.proofs,
  adjustedCountsExercise.proofs,
  kneserNeyExercise.proofs,
]
