/// The words of the small table: enough for a fairy tale of a sentence.
///
/// Every word that is frequent costs thousands of triples, so there are few small words, and of the
/// others those that one would write a story with. See ``SentenceTable``.
enum StoryWords {
  /// The sentences that the figure offers.
  static let examples = [
    "the cat jumped over the puddle", "stock boil fish is toy", "the boy gave the fish a toy",
    "a horse and a man",
  ]

  /// All words, in no order that matters.
  static let all = Set(
    (examples.joined(separator: " ") + " " + small + " " + things + " " + deeds + " " + kinds)
      .split(separator: " ").map(String.init))

  private static let small = """
    the a and of in to is was he she it his her on over under with not i you at for my had we him \
    they are said
    """

  private static let things = """
    cat dog horse bird fish lion lamb mouse bear wolf boy girl child woman man king queen prince \
    mother father brother sister daughter wife husband friend lady teacher sailor doctor thief eye \
    eyes hair foot face tongue house home door window room garden tree rose flower grass stone \
    river sea water mountain hill road street town wood field island ship boat sword crown cup \
    table bed chair book letter toy ball stock puddle bread wine milk meat apple egg salt gold \
    silver sun moon star stars sky rain snow wind fire night morning evening summer winter dream \
    song story music kiss war story shoe coat hat ring bell box key candle bridge castle tower cave
    """

  private static let deeds = """
    jumped sat ran walked fell saw looked found lost loved gave took ate drank slept sang spoke \
    opened closed stood played wept laughed climbed swam danced kissed dreamed asked told wrote \
    carried bought sold broke burned run walk jump eat drink sleep sing speak love boil play dance \
    fly swim laugh weep sit
    """

  private static let kinds = """
    old young little big small good bad new black white red green blue yellow dark bright long \
    short hot cold warm sweet fair poor rich happy sad dead wise strong beautiful clever lazy \
    hungry tired quick slow quiet loud empty golden again away home alone together very
    """
}
