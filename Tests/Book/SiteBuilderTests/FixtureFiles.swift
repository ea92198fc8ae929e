extension FixtureBook {
  static let files: [String: String] = [
    "Chapters/index.md": """
    # A small book

    Start with [the map](map.md) or [](01-vectors/index.md).

    """,
    "Chapters/map.md": """
    # The map

    1. [](01-vectors/index.md), with [its numbers](01-vectors/index.md#numbers).
    2. [](02-counts/index.md)

    """,
    "Chapters/01-vectors/results.json": """
    {"corpus": {"words": 1234567, "bytes": 12345678, "name": "Small & fine"},
     "perplexity": {"bigram": 152.4381, "trigram": 98.7}, "share": 0.12345, "losses": [-0.5, 2]}
    """,
    "Chapters/01-vectors/loss.svg": loss,
    "Chapters/02-counts/index.md": """
    # Counts

    See [](../01-vectors/index.md#exercise-1-1).

    """,
    "Solutions/Chapter1/Vectors.swift": vectors,
    "Solutions/Chapter2/Counts.swift": "",
    page: vectorPage,
  ]

  private static let vectors = #"""
    import Foundation

    // #given vector
    /// A vector, `[size]`.
    public typealias Vector = [Float]
    // #end

    // #exercise 1.1
    /// The one-hot vector of a word, `[size]`.
    public func oneHot(_ index: Int, size: Int) -> [Float] {
      precondition((0..<size).contains(index), "index \(index) is outside 0..<\(size)")
      var vector = [Float](repeating: 0, count: size)
      vector[index] = 1
      return vector
    }
    // #end

    // #given table
    public struct Table: Sendable {
      // A comment with <angle> & ampersand.
      public let rows: [String: Vector]
    // #end

    // #exercise 1.2
      /// The row of a word, or zeros.
      public func row(of word: String, size: Int = 0x10) -> Vector {
        rows[word] ?? Vector(repeating: 1e-3, count: size)
      }
    // #end

    // #given table-end
    }
    // #end
    """#

  private static let loss = """
    <?xml version="1.0"?>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200" aria-labelledby="title">
    <title id="title">Loss</title>
    <defs><clipPath id="box"><rect width="640" height="200"/></clipPath></defs>
    <g clip-path="url(#box)" fill="none" stroke="var(--figure-grid)"><path d="M40 20v150h580M40 95h580"/></g>
    <path d="M40 30C150 150 300 160 620 165" fill="none" stroke="var(--series-1)" stroke-width="2"/>
    <path d="M40 60C150 120 300 150 620 150" fill="none" stroke="var(--series-2)" stroke-width="2"/>
    <text x="330" y="195" fill="var(--figure-ink)" font-size="14">words read</text>
    </svg>
    """

  private static let vectorPage = #"""
    # Vectors

    A word is a vector $`\quantity{word}{x} \in \mathbb{R}^{V}`$,[^sparse] as *everyone* "knows" -- see
    [the numbers](#numbers), [](#figure-loss), [](#exercise-1-2) and [](../map.md).

    [^sparse]: Almost all of its numbers are zero; $`V`$ is
    often 50,000.

    > [!NOTE]
    > It costs $5 at most, and `$` is a dollar.

    ```math
    P(w_i \mid w_{i-1}) = \frac{c(w_{i-1} w_i)}{\sum_{w} c(w_{i-1} w)} \qquad \text{and so} \qquad \ln P(w_1 \dots w_T) = \sum_{i=1}^{T+1} \ln P(w_i \mid w_1 \dots w_{i-1})
    ```

    ```swift region=vector
    ```

    ## What the runs showed {#numbers}

    The corpus has `{corpus.words|count}` words (`{corpus.bytes|mb}`) and is called `{corpus.name}`.

    | Model | Perplexity | Share |
    | :--- | ---: | :-: |
    | bigram, $`n = 2`$ | `{perplexity.bigram\|.2}` | `{share\|percent.1}` |
    | **tri**gram \| more | `{perplexity.trigram}` | `{losses.0}` |

    ![Two falling curves.](loss.svg "The loss of `{corpus.name}` falls; $`x`$ is *blue*.")

    ```swift region=table
    ```

    ```swift
    let text = #"raw \#(1 + 2) "quoted""# + "a \(first("b", of: 3).count) c" // why
    ```

    ```swift region=table-end
    ```

    ```console
    $ swift test --filter Vectors <all>
    ```

    > A quotation, that is all.

    > [!WARNING]
    > Mind the gap.

    词是
    向量。

    ## Exercises

    ### Exercise 1.1 · One-hot vectors · 1 point

    Return `size` numbers, all zero but the one at `index`:

    - as *fast* as $`O(V)`$ allows;
    - without a loop.

    ```swift
    oneHot(1, size: 3)  // [0, 1, 0]
    ```

    > **Hint 1.** How many numbers has it?

    > **Hint 2.** Start from zeros.

    The text goes on.

    ### Exercise 1.2 · Rows & columns · 2 points

    Look it up.

    > **Hint.** A dictionary's subscript is optional.

    > **Hint.** `??` has a default on its right.

    ## Sources

    [Bengio et al., 2003](https://www.jmlr.org/papers/v3/bengio03a.html).

    """#
}
