import Playing

Session.run(WordPlayer.self, chapter: 2)
