import Playing

/// What Chapter 1 plays.
let plays = [
  Play(
    does: "continue a sentence",
    typed: "the cat",
    tells:
      "A line of words is continued: what comes next most probably, and two draws, for n = 1 to 5.",
    needs: "1.6 1.7 1.8 1.12 1.13"),
  Play(
    does: "see which factor kills a sentence",
    typed: "score the cat jumped over the puddle",
    tells: "Every factor of the sentence under four models, and which one makes it impossible.",
    needs: "1.3 1.4 1.5"),
  Play(
    does: "compare two sentences",
    typed: "compare the boy ate fish | fish ate the boy",
    tells: "Two sentences with “|” between them: ln P of each under four models, and per token.",
    needs: "1.3 1.4 1.5 1.6 1.7 1.8 1.14 1.15 1.16"),
  Play(
    does: "judge the models by a text of yours",
    typed: "perplexity the old king slept in the garden",
    tells:
      "The perplexity of a text under every model. What stands behind the word is a sentence, or the"
      + " name of a file; with nothing behind it, all sentences that you have typed so far.",
    needs: "1.3 1.6 1.7 1.8 1.10 1.11"),
  Play(
    does: "count different n-grams as the text grows",
    typed: "growth",
    tells:
      "How many different n-grams of each length there are in a sixteenth of the text, in an eighth …",
    needs: "1.6 1.7"),
  Play(
    does: "write your model for KenLM",
    typed: "arpa",
    tells:
      "Writes a Kneser–Ney model of the text, n = 3, into a file of the ARPA format, which KenLM reads.",
    needs: "1.14"),
]
