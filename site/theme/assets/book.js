// What every page has. Served from this computer, it also loads the live verdicts.
"use strict";
(() => {
  const book = (window.book = window.book || {});
  book.root = document.documentElement.dataset.root || "";
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  if (location.protocol === "http:" && here) {
    const script = document.createElement("script");
    script.src = book.root + "assets/live.js";
    document.head.append(script);
  }
})();
