import Testing

@testable import Experiments

@Suite("A run's surroundings")
struct RunTests {
  @Test("Options are read from the command line")
  func options() throws {
    let options = try RunOptions(arguments: ["--corpus", "a.txt", "--quick", "--seed", "7"])
    #expect(options.corpus == "a.txt")
    #expect(options.isQuick)
    #expect(options.seed == 7)
    #expect(try RunOptions(arguments: ["--check", "f"]).isQuick)
  }

  @Test(
    "A wrong command line is refused",
    arguments: [["--corpus"], ["--seed", "x"], ["--fast"], ["--output", "--quick"]])
  func wrongOptions(arguments: [String]) {
    #expect(throws: RunError.self) { try RunOptions(arguments: arguments) }
  }

  // The digests are the standard's own examples (FIPS 180-4, and the empty message); the message
  // of 56 bytes is the shortest whose length no longer fits its own block.
  @Test(
    "SHA-256 gives the standard's digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func digests(text: String, expected: String) {
    #expect(SHA256.hexDigest(of: text.utf8) == expected)
  }

  @Test("A progress line tells share, rate and the time left")
  func progress() {
    #expect(
      ProgressLine.text("counting", 300, 1200, "tokens", after: .seconds(3))
        == "counting 25%, 100 tokens/s, 9 s left")
    #expect(ProgressLine.text("counting", 0, 10, "tokens", after: .zero) == "counting 0%")
    #expect(
      ProgressLine.text("x", 1, 100, "steps", after: .seconds(1))
        == "x 1%, 1 steps/s, 1 min 39 s left")
  }
}
