import Playing

Session.run(SentencePlayer.self, chapter: 1)
