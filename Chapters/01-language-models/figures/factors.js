// A sentence's probability, factor by factor, under four models.
(function () {
  "use strict";
  const book = window.book;
  const names = ["unigram", "bigram", "trigram", "Kneser–Ney"];

  // Unpacks SentenceTable.packed. A word is [c, a, Σa, kinds of followers]; a pair [c, a, 0, kinds].
  function unpack(data) {
    const tokens = ["<s>", "</s>", ...data.words.split(" ")];
    const [single, second, counts, third, times] =
      [data.single, data.pairs, data.pairCounts, data.triples, data.tripleCounts].map(book.reader);
    const words = tokens.map(() => [0, 0, 0, 0, 0, 0].map(single));
    const pairs = tokens.map((_, first) => {
      const found = new Map();
      for (let step, word = 0; first !== 1 && (step = second()); ) {
        const c = counts() + 1;
        const pair = [c, c, c, 1, 0, 0];
        word += step;
        if (c > 1 && first) pair[1] -= counts();
        if (c > 1 && word > 1) pair.splice(3, 3, counts(), counts(), counts());
        found.set(word, pair);
      }
      return found;
    });
    const followers = pairs.map((found) => [...found.keys()]);
    pairs.forEach((found) => found.forEach((pair, word) => {
      pair.next = new Map();
      for (let step, rank = -1, left = word > 1 && pair[0]; left && (step = third()); ) {
        const c = left > 1 ? times() + 1 : 1;
        pair.next.set(followers[word][(rank += step)], c);
        left -= c;
      }
    }));
    return { data, tokens, words, pairs };
  }

  // Of each token of a sentence: the two counts and the factor by each model, Kneser–Ney's parts.
  function score({ data, tokens, words, pairs }, sentence) {
    const path = [0, ...sentence.map((word) => tokens.indexOf(word)), 1];
    return path.slice(1).map((word, place) => {
      const before = path[place];
      const pair = pairs[before].get(word) || [0, 0];
      const history = place ? pairs[path[place - 1]].get(before) : 0;
      const seen = history ? history.next.get(word) || 0 : 0;
      let left = 1;
      const parts = [[seen, history], [pair[1], words[before]], [words[word][1], [0, 0, ...data.base]]]
        .map(([count, from], index) => {
          if (!from || !from[2]) return 0;
          const discounts = data.discounts[2 - index];
          const kept = left * (count && count - discounts[Math.min(count, 3) - 1]) / from[2];
          left *= discounts.reduce((sum, discount, kind) => sum + discount * from[3 + kind], 0) / from[2];
          return kept;
        });
      parts[2] += left / data.types;
      const counts = [[words[word][0], data.tokens], [pair[0], words[before][0]]];
      counts.push(!place ? counts[1] : [seen, history ? history[0] : 0]);
      const factors = counts.map(([c, all]) => c && c / all);
      factors.push(parts[0] + parts[1] + parts[2]);
      return { token: tokens[word], counts, parts, factors };
    });
  }

  const marks = ["m-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0z", "m-4,-4h8v8h-8z", "m0,-5l5,9h-10z",
    "m0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z", "m-4,-4l8,8m0,-8l-8,8"];
  const colour = (model) => `var(--series-${model + 1})`;
  const levels = ["triples", "pairs", "single words"];
  const quiet = "var(--figure-muted)";

  // The places of FactorChart.swift, for the page and for a telephone.
  const wide = { size: 14, left: 96, right: 496, lane: [506, 538], column: [574, 712], labels: [92, 72],
    legend: [[100, 15], [360, 15], [100, 39], [360, 39]], names: [96, 190, 270], top: 110 };
  const narrow = { size: 13, left: 64, right: 240, lane: [246, 270], column: [282, 356], labels: [4, 106],
    legend: [[10, 13], [10, 34], [10, 55], [10, 76]], names: [64, 142, 208], top: 140 };

  // Draws what FactorChart.swift draws; the chosen model is in front.
  function draw(svg, isNarrow, rows, chosen) {
    const at = isNarrow ? narrow : wide;
    const { line, box, text } = book.pen(svg);
    const [top, bottom] = [at.top, at.top + 308];
    const write = (words, x, y, fill, anchor, style = "") => text(words, x, y, fill, anchor, `font-size:${at.size}px;${style}`);
    const products = names.map((_, model) => {
      let product = 1;
      return rows.map((row) => (product *= row.factors[model]));
    });
    const smallest = Math.min(...products.flat().filter((product) => product));
    const decades = Math.max(5, Math.ceil(-Math.log10(smallest) / 5) * 5);
    const place = (product) => at.left - (Math.log10(product) / decades) * (at.right - at.left);
    const pitch = (bottom - top) / rows.length;
    write("probability so far: less probable →", ...at.labels);
    const step = [5, 10, 20, 40].find((step) => step * (at.right - at.left) / decades >= 50) || 80;
    for (let tick = 0; tick <= decades; tick += step) {
      const x = place(10 ** -tick);
      line(`M${x},${top}V${bottom}`, "var(--figure-grid)", 1);
      if (x < at.right - 18) write(tick ? book.power(-tick) : "1", x, top - 10, quiet, "middle");
    }
    const [left, right] = at.lane;
    box(left, top, right - left, bottom - top, "var(--figure-grid)", 0.5);
    write("0", (left + right) / 2, top - 10, quiet, "middle", "font-weight:600");
    write(chosen < 3 ? "counts" : "comes from", at.column[1], at.labels[1], quiet, "end");
    const opacity = [1, 0.65, 0.38];
    rows.forEach((row, index) => {
      const y = top + pitch * (index + 0.5);
      write(row.token, 4, y + 5, "var(--figure-ink)");
      if (chosen < 3) return write(row.counts[chosen].map((count) => short(count, isNarrow)).join(" of "), at.column[1], y + 5, quiet, "end", isNarrow ? "font-size:12.5px" : "");
      row.parts.reduce((x, part, level) => {
        const width = (part / row.factors[3]) * (at.column[1] - at.column[0]);
        if (width > 1) box(x, y - 7, width - 1, 14, colour(3), opacity[level]);
        return x + width;
      }, at.column[0]);
    });
    names.forEach((name, model) => {
      const faint = model === chosen ? "" : ";opacity:.5";
      let [x, isZero] = [at.left, false];
      products[model].forEach((product, index) => {
        const y = top + pitch * (index + 0.5) + (model - 1.5) * Math.min(6, pitch / 5);
        const next = product ? place(product) : left + 5 + ((right - left - 10) * model) / 3;
        const dashes = "stroke-dasharray:3 4" + faint;
        if (index) line(`M${x},${y - pitch}V${y}`, colour(model), 1.5, isZero ? dashes : faint);
        if (!isZero) {
          line(`M${x},${y}H${next}`, colour(model), 3, product ? faint : dashes);
          line(`M${next},${y}${marks[product ? model : 4]}`, colour(model), product ? 1 : 2, `fill:${colour(model)}${faint}`);
        }
        [x, isZero] = [next, !product];
      });
      const [start, y] = at.legend[model];
      line(`M${start},${y}${marks[model]}`, colour(model), 1, `fill:${colour(model)}`);
      write(name + " " + book.number(products[model].pop()), start + 11, y + 5, colour(model), "start", "font-weight:600");
    });
    if (chosen === 3) levels.forEach((name, level) => {
      box(at.names[level], bottom + 14, 14, 14, colour(3), opacity[level]);
      write(name, at.names[level] + 20, bottom + 26);
    });
  }

  const short = (count, isNarrow) => count < (isNarrow ? 1e3 : 1e4) ? book.number(count)
    : count < 1e6 ? +(count / 1e3).toPrecision(count < 1e4 ? 2 : 3) + " k" : (count / 1e6).toFixed(1) + " M";

  // What there is to say of a model.
  function tell(rows, model) {
    const product = rows.reduce((all, row) => all * row.factors[model], 1);
    const start = `${names[model]}: ${book.number(product)}`;
    const zero = rows.findIndex((row) => !row.factors[Math.min(model, 2)]);
    if (model < 3 && zero >= 0) {
      const tokens = ["<s>", ...rows.map((row) => row.token)];
      return `${start}, because “${tokens.slice(Math.max(0, zero + 1 - model), zero + 2).join(" ")}” was never seen.`;
    }
    const least = rows.reduce((best, row) => (row.factors[model] < best.factors[model] ? row : best));
    const row = zero < 0 ? least : rows[zero];
    const factor = row.factors[model];
    const shares = levels.map((level, index) => [Math.round(100 * row.parts[index] / factor), level])
      .filter(([percent]) => percent).map(([percent, level]) => `${percent}% of it from ${level}`);
    return `${start}. ${zero < 0 ? "The smallest factor, that of" : "Where the trigram model has 0, at"} “${row.token}”, `
      + (zero < 0 ? "is " : "it has ") + book.number(factor) + (model < 3 ? "" : ", " + shares.join(", ")) + ".";
  }

  book.figures.factors = function ({ panel, redraw, say }, data) {
    const table = unpack(data);
    let model = 3;  // the one whose parts the drawing shows
    const { button } = book;
    const examples = data.examples.map((text) => button(text, () => show((input.value = text))));
    const models = names.map((name, index) => button(name, () => show((model = index))));
    const input = book.make("input", { value: data.examples[0], autocomplete: "off", spellcheck: "false", oninput: show });
    function show() {
      models.forEach((button, index) => button.setAttribute("aria-pressed", index === model));
      const words = input.value.toLowerCase().replaceAll("’", "'").match(/[\p{L}\p{M}]+('[\p{L}\p{M}]+)?/gu) || [];
      const strangers = words.filter((word) => !table.tokens.includes(word));
      if (strangers.length) return say(`Not among the ${table.tokens.length - 2} words of this figure: ${strangers.join(", ")}.`);
      if (words.length > 12) return say("The drawing holds twelve words and no more.");
      const rows = score(table, words);
      redraw((svg, isNarrow) => {
        draw(svg, isNarrow, rows, model);
        svg.querySelector("title").textContent = `The probability of “${words.join(" ")}”, factor by factor`;
        svg.querySelector("desc").textContent = names.map((name, index) => `${name}: ` +
          rows.map((row) => row.token + " " + book.number(row.factors[index])).join(", ")).join("; ");
      });
      say(tell(rows, model));
    }
    panel.prepend(
      book.make("label", {}, "Your sentence", input),
      book.make("p", { role: "group", "aria-label": "Examples" }, ...examples),
      book.make("p", { role: "group", "aria-label": "Model" }, ...models));
    panel.append(book.make("details", {}, book.make("summary", {}, "The words that it knows"),
      table.tokens.slice(2).sort().join(", ")));
    input.focus();
    input.select();
    show();
  };
  Object.assign(book.figures.factors, { unpack, score });
})();
