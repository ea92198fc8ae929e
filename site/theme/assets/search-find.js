// Finds what a reader types in the book's index; search.js loads it when the reader first searches.
// The builder writes the index (SearchIndex.swift says how) and cuts text by the same rules as
// here (SearchText.swift).
(function () {
  "use strict";
  const book = (window.book = window.book || {});
  const word = "(?:(?!\\p{Ideographic})[\\p{L}\\p{M}\\p{N}])+";
  const piece = new RegExp(
    `<\\/?\\p{Ll}+>|\\p{Ideographic}+|${word}(?:(?:[-‐‑–_'’](?=\\p{L})|(?<=\\p{Nd})\\.(?=\\p{Nd}))${word})*`, "gu");
  const parts = /[-‐‑–_]|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;

  function fold(text) {
    let stem = text.normalize("NFKD").replace(/[^\p{L}\p{N}.]+/gu, "").toLowerCase().replace(/ς/g, "σ");
    if (!/^[a-z]{4,}$/.test(stem)) return stem;
    stem = stem.replace(/ies$/, "y").replace(/([^sui])s$/, "$1");
    return stem.endsWith("ing") && /[aeiouy]/.test(stem.slice(0, -3)) && stem.length > 5
      ? stem.slice(0, -3).replace(/([^aeiolsuz])\1$/, "$1") : stem.replace(/(.{4})e$/, "$1");
  }

  // The pieces of a text: where each stands, and its words, the whole first.
  book.pieces = function (text) {
    const found = [];
    for (const { 0: raw, index } of text.matchAll(piece)) {
      if (/^\p{Ideographic}/u.test(raw)) {
        let at = index;
        const signs = [...raw];
        signs.forEach((sign, i) => {
          const pair = sign + (signs[i + 1] || "");
          found.push({ at, end: at + pair.length, words: [fold(pair)] });
          at += sign.length;
        });
      } else {
        const split = raw[0] === "<" ? [raw] : raw.split(parts).map(fold).filter(Boolean);
        const words = raw[0] === "<" ? [raw, fold(raw)] : split.length > 1 ? [fold(raw), ...split] : split;
        if (words.length) found.push({ at: index, end: index + raw.length, words });
      }
    }
    return found;
  };

  // Reads the index: the entries, and for each word how much it counts in which of them.
  let entries, words, stopWords;
  book.readIndex = function (index) {
    entries = [];
    words = new Map();
    stopWords = new Set(index.stopWords.split(" "));
    function add(word, entry, weight) {
      if (!words.has(word)) words.set(word, new Map());
      words.get(word).set(entry, Math.max(weight, words.get(word).get(entry) || 0));
    }
    const enter = (isSymbol) => (lines, page) => {
      let place = isSymbol ? index.sections[page].length : 0;
      for (const line of lines) {
        const [anchor, ...names] = line.split(" ");
        for (const title of isSymbol ? names : [names.join(" ")]) {
          const found = book.pieces(title);
          const entry = entries.length;
          entries.push({
            path: index.pages[page][0], label: index.pages[page][1], page, place: place++, anchor, title,
            kind: isSymbol ? "Code" : /^exercise-\d/.test(anchor) ? "Exercise" : "Section",
            key: " " + found.map((piece) => piece.words[0]).join(" ") + " ",
          });
          // A page's own name says a little about everything in it.
          for (const piece of book.pieces(index.pages[page][1])) piece.words.forEach((word) => add(word, entry, 0.5));
          // Of a member, its own name; of the type it is in, a little. Of a word, less for a part.
          const from = isSymbol ? title.lastIndexOf(".") : -1;
          const count = found.filter(({ at, words }) => at > from && !stopWords.has(words[0])).length || 1;
          for (const { at, words } of found) {
            const weight = at < from ? 1 : isSymbol ? 4 + 6 / count : 6 + 9 / count;
            words.forEach((word, part) => add(word, entry, part ? 0.8 * weight : weight));
          }
        }
      }
    };
    index.sections.forEach(enter(false));
    index.symbols.forEach(enter(true));
    const places = index.places.split(" ");
    let last = "";
    index.words.split(" ").forEach((coded, i) => {
      last = last.slice(0, parseInt(coded[0], 36)) + coded.slice(1);
      let entry = -1;
      let value = 0;
      for (let j = 0; j < places[i].length; j++) {
        const digit = places[i].charCodeAt(j);
        if (digit > 92) {
          value = value * 34 + digit - 92;
        } else {
          value = value * 57 + digit - 35;
          add(last, (entry += 1 + (value >> 1)), value % 2 ? 2.5 : 1);
          value = 0;
        }
      }
    });
  };

  // How many different words of a query are looked up.
  const mostWords = 30;

  // How many letters must be changed, left out, put in or swapped to make `typed` the start of `word`.
  function slips(typed, word) {
    let before = [];
    let row = [...Array(word.length + 1).keys()];
    for (let i = 1; i <= typed.length; i++) {
      const next = [i];
      for (let j = 1; j <= word.length; j++) {
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (typed[i - 1] === word[j - 1] ? 0 : 1));
        if (typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return Math.min(...row);
  }

  // The words that a typed one may mean, each with how surely: itself, what it starts, or with
  // slips, but hardly ever in the first letter.
  function meant(typed) {
    const found = new Map();
    for (const word of words.keys()) {
      if (word === typed) found.set(word, 1);
      else if (word.startsWith(typed)) found.set(word, 0.3 + 0.4 * typed.length / word.length);
    }
    const limit = typed.length < 4 || /\d/.test(typed) ? 0 : typed.length < 7 ? 1 : 2;
    for (let count = 1; !found.size && count <= limit; count++) {
      for (const word of words.keys()) {
        // As many letters as there are slips may be too many, and what comes behind counts for nothing.
        if (word[0] !== typed[0] || typed.length > word.length + count) continue;
        if (slips(typed, word.slice(0, typed.length + count)) <= count) found.set(word, 0.3);
      }
    }
    return found;
  }

  // The entries that have most of the query's words, the best first, and the words that were found.
  book.find = function (query) {
    const scores = new Map();
    const hits = new Set();
    const typed = book.pieces(query);
    const telling = typed.filter((piece) => !stopWords.has(piece.words[0]));
    // A text that somebody has pasted is found by its first words.
    const known = new Map();
    function look(word) {
      if (!known.has(word) && known.size < mostWords) known.set(word, meant(word));
      return known.get(word) || new Map();
    }
    const terms = new Set();
    for (const piece of telling.length ? telling : typed) {
      const whole = look(piece.words[0]);
      const isWhole = whole.size || piece.words.length === 1;
      for (const term of isWhole ? [whole] : piece.words.slice(1).map(look)) terms.add(term);
    }
    for (const term of terms) {
      const best = new Map();
      for (const [word, sureness] of term) {
        hits.add(word);
        for (const [entry, weight] of words.get(word)) best.set(entry, Math.max(best.get(entry) || 0, sureness * weight));
      }
      const rarity = Math.log(1 + entries.length / best.size);
      for (const [entry, score] of best) {
        const [count, sum] = scores.get(entry) || [0, 0];
        scores.set(entry, [count + 1, sum + score * rarity]);
      }
    }
    const key = " " + typed.map((piece) => piece.words[0]).join(" ");
    const most = Math.max(0, ...[...scores.values()].map((score) => score[0]));
    const found = [...scores].filter((score) => score[1][0] === most).map(([entry, [, sum]]) => {
      const { key: name, kind } = entries[entry];
      const isPart = name.includes(key) && (kind !== "Code" || typed.length > 1);
      return [entry, sum + (name === key + " " ? 40 : isPart ? 10 : 0)];
    });
    found.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { hits, entries: found.map(([entry]) => entries[entry]) };
  };
})();
