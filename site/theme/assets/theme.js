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
  // Nearly every page needs these; a formula's brackets and sums are of four sizes.
  var fonts = ["Book Serif", "bold Book Serif", "italic Book Serif", "Book Sans", "Book Mono", "KaTeX_Main",
    "italic KaTeX_Math", "KaTeX_Size1", "KaTeX_Size2", "KaTeX_Size3", "KaTeX_Size4"];
  if (!document.fonts) return;
  // The text waits for them a moment, lest its lines end elsewhere when they come.
  page.classList.add("waiting");
  var show = function () { page.classList.remove("waiting"); };
  setTimeout(show, 400);
  Promise.all(fonts.map(function (font) {
    return document.fonts.load(font.replace(/^(?:bold |italic )?/, "$&1em "));
  })).then(show, show);
})();
