// Runs before the page is drawn: says that there are scripts, puts on the reader's own theme, and
// asks for the fonts, which a browser would only do when it has set the page without them.
(function () {
  "use strict";
  var page = document.documentElement;
  page.classList.add("js");
  try {
    var theme = localStorage.getItem("word2vec-to-bert:theme");
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  } catch (error) {
    // No storage: the system's theme.
  }
  // Nearly every page needs these.
  if (document.fonts) {
    for (var font of ["1em 'Book Serif'", "1em 'Book Sans'", "1em 'Book Mono'"]) document.fonts.load(font);
    document.fonts.load("1em KaTeX_Main");
    document.fonts.load("italic 1em KaTeX_Math");
  }
})();
