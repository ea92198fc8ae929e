import Playing

/// What Chapter 2 plays.
let plays = [
  Play(
    does: "find a word's nearest neighbours",
    typed: "cat",
    tells: "One word: the words whose vectors point most nearly the same way.",
    needs: "2.2 2.12"),
  Play(
    does: "fill a gap, from each word alone and from all",
    typed: "the cat _ over the puddle",
    tells:
      "A sentence with a gap: what the model expects there from all of the context, and what each of"
      + " its words would expect alone.",
    needs: "2.1 2.2 2.3 2.4 2.5"),
  Play(
    does: "find the odd one out",
    typed: "bread cheese cat soup",
    tells: "Three words or more: which of them is least like the others. Of two words, the cosine.",
    needs: "2.2 2.12"),
  Play(
    does: "hold your gradients against differences of the loss",
    typed: "check",
    tells:
      "Every number of both gradients of the worked example, beside a central difference of the"
      + " loss.",
    needs: "2.1 2.7 2.8 2.9"),
  Play(
    does: "draw a map of words",
    typed: "map",
    tells: "A map of many words; with words behind it, a map of these and their neighbours.",
    needs: "2.2 2.12 2.13"),
]
