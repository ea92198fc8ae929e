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

  // Draws what FactorChart.swift draws, in the same places; the chosen model is in front.
  function draw(svg, rows, chosen) {
    const { line, box, text: write } = book.pen(svg);
    const products = names.map((_, model) => {
      let product = 1;
      return rows.map((row) => (product *= row.factors[model]));
    });
    const smallest = Math.min(...products.flat().filter((product) => product));
    const decades = Math.max(5, Math.ceil(-Math.log10(smallest) / 5) * 5);
    const place = (product) => 78 - (Math.log10(product) / decades) * 240;
    const pitch = 308 / rows.length;
    write("probability so far", 74, 66);
    for (let tick = 0; tick <= decades; tick += decades > 30 ? 20 : decades > 15 ? 10 : 5) {
      const x = place(10 ** -tick);
      line(`M${x},96V404`, "var(--figure-grid)", 1);
      if (x < 300) write(tick ? book.power(-tick) : "1", x, 86, quiet, "middle");
    }
    box(326, 96, 26, 308, "var(--figure-grid)", 0.5);
    write("0", 339, 86, quiet, "middle");
    write(chosen < 3 ? "counts" : "comes from", 364, 66);
    const opacity = [1, 0.6, 0.3];
    rows.forEach((row, index) => {
      const y = 96 + pitch * (index + 0.5);
      write(row.token, 4, y + 5, "var(--figure-ink)", "start", "font-size:15px");
      if (chosen < 3) return write(row.counts[chosen].map(short).join(" of "), 456, y + 5, quiet, "end", "font-size:13px");
      row.parts.reduce((x, part, level) => {
        const width = (part / row.factors[3]) * 92;
        if (width > 1) box(x, y - 7, width - 1, 14, colour(3), opacity[level]);
        return x + width;
      }, 364);
    });
    names.forEach((name, model) => {
      const faint = model === chosen ? "" : ";opacity:.5";
      let [x, isZero] = [78, false];
      products[model].forEach((product, index) => {
        const y = 96 + pitch * (index + 0.5) + (model - 1.5) * Math.min(6, pitch / 5);
        const next = product ? place(product) : 331 + (16 * model) / 3;
        const dashes = "stroke-dasharray:3 4" + faint;
        if (index) line(`M${x},${y - pitch}V${y}`, colour(model), 1.5, isZero ? dashes : faint);
        if (!isZero) {
          line(`M${x},${y}H${next}`, colour(model), 3, product ? faint : dashes);
          line(`M${next},${y}${marks[product ? model : 4]}`, colour(model), product ? 1 : 2, `fill:${colour(model)}${faint}`);
        }
        [x, isZero] = [next, !product];
      });
      const [left, y] = [model % 2 ? 236 : 10, 13 + 23 * (model >> 1)];
      line(`M${left},${y}${marks[model]}`, colour(model), 1, `fill:${colour(model)}`);
      write(name + " " + book.number(products[model].pop()), left + 11, y + 5, colour(model), "start", "font-weight:600;font-size:15px");
    });
    if (chosen === 3) levels.forEach((name, level) => {
      box(78 + 120 * level, 418, 14, 14, colour(3), opacity[level]);
      write(name, 98 + 120 * level, 430);
    });
  }

  const short = (count) => count < 1e5 ? book.number(count) : count < 1e6 ? Math.round(count / 1e3) + " k" : (count / 1e6).toFixed(1) + " M";

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

  book.figures.factors = function ({ panel, svg, say }, data) {
    const table = unpack(data);
    let model = 1;
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
      draw(svg, rows, model);
      svg.querySelector("title").textContent = `The probability of “${words.join(" ")}”, factor by factor`;
      svg.querySelector("desc").textContent = names.map((name, index) => `${name}: ` +
        rows.map((row) => row.token + " " + book.number(row.factors[index])).join(", ")).join("; ");
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
