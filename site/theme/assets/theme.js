// Runs before the page is drawn: says that there are scripts, and puts on the reader's own theme.
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
})();
