// The search dialog. What it needs to find anything is loaded when it first opens.
(function () {
  "use strict";
  const book = (window.book = window.book || {});
  const root = document.documentElement.dataset.root;
  const memory = "word2vec-to-bert:search";
  const most = 30;
  let dialog, field, state, list, results, isReady;

  function make(tag, name, text) {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text || "";
    return element;
  }

  function build() {
    dialog = make("dialog", "");
    dialog.id = "search";
    dialog.setAttribute("aria-label", "Search the book");
    field = make("input", "");
    Object.assign(field, { type: "text", autocomplete: "off", spellcheck: false, enterKeyHint: "go" });
    field.placeholder = "Word, exercise or declaration";
    field.setAttribute("aria-label", "Search the book");
    const close = make("button", "tool", "Close");
    close.type = "button";
    close.onclick = () => dialog.close();
    const head = make("div", "search-field");
    head.append(document.querySelector("#search-open svg").cloneNode(true), field, close);
    state = make("p", "search-state");
    state.setAttribute("role", "status");
    list = make("ol", "search-results");
    dialog.append(head, state, list);
    document.body.append(dialog);
    field.addEventListener("input", show);
    dialog.addEventListener("keydown", move);
    dialog.addEventListener("click", (event) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (event.target === dialog || event.target.closest("a") && isPlain) dialog.close();
    });
  }

  function open() {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    try { field.value = field.value || sessionStorage.getItem(memory) || ""; } catch (error) { /* not kept */ }
    field.focus();
    field.select();
    if (isReady === undefined) {
      isReady = false;
      book.searchTexts = [];
      book.load("assets/search-find.js", (came) => came ? book.load("assets/search-index.js", start) : start(came));
    }
    show();
  }

  function start(came) {
    if (came) book.readIndex(book.searchIndex);
    isReady = came || undefined;
    show();
  }

  function show() {
    const query = field.value.trim();
    try { sessionStorage.setItem(memory, query); } catch (error) { /* not kept */ }
    const found = isReady && query ? book.find(query) : { entries: [] };
    const count = found.entries.length;
    results = found.entries.slice(0, most).map((entry) => ({ entry, hits: found.hits, text: make("span", "search-text") }));
    list.replaceChildren(...results.map(({ entry, hits, text }) => {
      const link = make("a", "search-" + entry.kind.toLowerCase());
      link.href = `${root}${entry.path}#${entry.anchor}`;
      const title = make("span", "search-title");
      title.append(...marked(entry.title, hits));
      link.append(title, make("span", "search-place", `${entry.kind} · ${entry.label}`), text);
      const item = make("li", "");
      item.append(link);
      return item;
    }));
    list.scrollTop = 0;
    excerpts();
    state.textContent = isReady === undefined ? "The index could not be loaded. Reload the page, or build the book again."
      : !isReady ? "Loading the index …"
      : !query ? "Finds words, exercises (1.10) and code (logProb) in the whole book."
      : !count ? `Nothing in the book has “${query}”. Try the start of a word, or another word for it.`
      : count > most ? `The best ${most} of ${count} results`
      : count === 1 ? "1 result" : `${count} results`;
  }

  // The results' texts come from files, one for each page.
  function excerpts() {
    for (const { entry, hits, text } of results) {
      const texts = book.searchTexts[entry.page];
      if (texts === undefined) {
        book.searchTexts[entry.page] = null;
        book.load(`assets/search-text-${entry.page}.js`, (came) => came && excerpts());
      } else if (texts && !text.firstChild) {
        text.append(...excerpt(texts[entry.place], hits));
      }
    }
  }

  // Some of a text, where most of the words stand; from a sentence's start if one is near.
  function excerpt(text, hits) {
    const found = book.pieces(text).filter((piece) => piece.words.some((word) => hits.has(word)));
    let best = 0;
    let start = 0;
    for (const { at } of found) {
      const near = found.filter((piece) => piece.at >= at && piece.at < at + 150);
      const count = new Set(near.map((piece) => piece.words.find((word) => hits.has(word)))).size;
      if (count > best) [best, start] = [count, at];
    }
    const sentence = text.lastIndexOf(". ", start) + 2;
    if (start < 60) start = 0;
    else if (start - sentence < 60) start = sentence;
    else start = text.indexOf(" ", start - 50) + 1;
    return [start && start !== sentence ? "… " : "", ...marked(text.slice(start, start + 220), hits)];
  }

  function marked(text, hits) {
    const nodes = [];
    let end = 0;
    for (const piece of book.pieces(text)) {
      if (piece.at < end || !piece.words.some((word) => hits.has(word))) continue;
      nodes.push(text.slice(end, piece.at), make("mark", "", text.slice(piece.at, piece.end)));
      end = piece.end;
    }
    return [...nodes, text.slice(end)];
  }

  // Arrows go through the results; Enter in the field opens the first; letters go on typing.
  function move(event) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey) {
      event.preventDefault();
      (links[at + step] || (step < 0 || !links.length ? field : links[at])).focus();
    } else if (event.key === "Enter" && event.target === field && !event.isComposing) {
      event.preventDefault();
      if (links[0]) links[0].click();
    } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== " ") {
      field.focus();
    }
  }

  document.getElementById("search-open").addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isCommand = event.key === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isCommand) return;
    event.preventDefault();
    open();
  });
})();
