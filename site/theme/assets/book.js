// What scripts add to every page: copy buttons, the theme switch, the place in the contents, the
// reader's ticks. Without scripts, nothing is missing but these.
(function () {
  "use strict";
  const book = (window.book = window.book || {});
  const page = document.documentElement;
  const all = (selector, within) => [...(within || document).querySelectorAll(selector)];

  // What the reader's browser keeps; where it keeps nothing, so be it.
  book.store = {
    get(key) {
      try { return localStorage.getItem("word2vec-to-bert:" + key); } catch (error) { return null; }
    },
    set(key, value) {
      try {
        if (value === null) localStorage.removeItem("word2vec-to-bert:" + key);
        else localStorage.setItem("word2vec-to-bert:" + key, value);
      } catch (error) { /* forgotten at the next page */ }
    },
  };

  // Loads a script of the site, which works from disk, too; `then` hears whether it came.
  book.load = function (path, then) {
    const script = document.createElement("script");
    script.src = page.dataset.root + path;
    script.onload = () => then && then(true);
    script.onerror = () => then && then(false);
    document.head.append(script);
  };

  // Theme: the system's, light, dark, and round again.
  const themes = ["system", "light", "dark"];
  const themeSwitch = document.getElementById("theme-switch");
  function showTheme() {
    const theme = page.dataset.theme || "system";
    const next = themes[(themes.indexOf(theme) + 1) % 3];
    themeSwitch.title = "Theme: " + theme;
    themeSwitch.setAttribute("aria-label", `Theme: ${theme}; switch to ${next}`);
    return next;
  }
  themeSwitch.addEventListener("click", () => {
    const theme = showTheme();
    if (theme === "system") delete page.dataset.theme;
    else page.dataset.theme = theme;
    book.store.set("theme", theme === "system" ? null : theme);
    showTheme();
  });
  showTheme();

  // Copy buttons, in the line above a listing or beside the code, never over it. A listing gives its
  // code without the documentation, which stands in the learner's file already; a terminal session
  // gives the commands only.
  function text(block) {
    if (!block.matches(".listing")) {
      const code = block.textContent.trimEnd();
      if (!block.querySelector(".language-console")) return code;
      return code.split("\n").filter((line) => line.startsWith("$ "))
        .map((line) => line.slice(2).replace(/\s+#.*$/, "")).join("\n") || code;
    }
    return all("pre", block).map((code) =>
      (code.previousElementSibling?.matches(".apart") ? "\n" : "") + code.textContent.trimEnd()).join("\n");
  }
  if (navigator.clipboard) {
    for (const block of all("main .listing, main pre:not(.listing pre)")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(text(block)).then(
          () => { button.textContent = "Copied"; },
          () => { button.textContent = "Not allowed"; });
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
      });
      const caption = block.querySelector("figcaption");
      if (caption) { caption.append(button); continue; }
      const box = document.createElement("div");
      box.className = "code-box";
      const code = block.querySelector("pre") || block;
      code.replaceWith(box);
      box.append(code, button);
    }
  }

  // Contents: the section that is being read is marked, and its exercise, and kept in view.
  const contents = document.getElementById("contents");
  const levels = [".sections > li > a", ".chips a"].map((selector) => ({
    links: all(selector, contents).map((link) => [
      document.getElementById(decodeURIComponent(link.hash.slice(1))), link]),
    current: null,
  }));
  function mark() {
    // Where a heading comes to stand when one goes to it, and a little below. At the page's end,
    // sections that cannot come up so far count as read.
    const isAtEnd = innerHeight + scrollY >= page.scrollHeight - 2;
    const line = isAtEnd ? innerHeight : parseFloat(getComputedStyle(page).scrollPaddingTop) + 40;
    let from = -Infinity;
    for (const level of levels) {
      let current = null;
      for (const [target, link] of level.links) {
        const top = target.getBoundingClientRect().top;
        if (top >= line) break;
        // An exercise is left behind with its section.
        if (top >= from) current = [link, top];
        // The one that was asked for goes before those that are in sight as well.
        if (isAtEnd && link.hash === location.hash && top >= 0) break;
      }
      from = current ? current[1] : from;
      const link = current && current[0];
      if (link === level.current) continue;
      if (level.current) level.current.removeAttribute("aria-current");
      level.current = link;
      if (link) show(link);
    }
  }
  function show(link) {
    link.setAttribute("aria-current", "location");
    const box = contents.getBoundingClientRect();
    const at = link.getBoundingClientRect();
    if (at.top < box.top + 40 || at.bottom > box.bottom - 40) {
      contents.scrollTop += at.top - box.top - box.height / 3;
    }
  }
  let isWaiting = false;
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => { isWaiting = false; mark(); });
  }, { passive: true });
  mark();
  contents.addEventListener("click", (event) => {
    if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
  });

  // The reader's own ticks.
  const ticks = new Set((book.store.get("ticks") || "").split(" ").filter(Boolean));
  const chips = (exercise) => all(`.chips a[data-exercise="${exercise}"]`);
  for (const section of all("section.exercise")) {
    const exercise = section.dataset.exercise;
    const box = section.querySelector(".tick input");
    const show = () => {
      for (const chip of chips(exercise)) chip.classList.toggle("done", ticks.has(exercise));
    };
    box.checked = ticks.has(exercise);
    box.addEventListener("change", () => {
      if (box.checked) ticks.add(exercise);
      else ticks.delete(exercise);
      book.store.set("ticks", [...ticks].join(" "));
      show();
    });
    show();
  }

  // Served by `course serve`, the page follows the reader's work.
  if (["127.0.0.1", "localhost", "[::1]"].includes(location.hostname)) book.load("assets/live.js");
})();
