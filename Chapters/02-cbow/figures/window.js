// The window slid over a sentence: context, mean, scores, probabilities, loss.
(function () {
  "use strict";
  const book = window.book;

  // The places that a window looks at, as bits.
  const wide = (words, gap, halfWidth) => words.reduce((bits, _, place) =>
    place !== gap && Math.abs(place - gap) <= halfWidth ? bits | (1 << place) : bits, 0);

  // Unpacks WindowTable.packed; gaps[g].get(bits) is what the model expects in gap g.
  function unpack(data) {
    const names = data.words.split(" ");
    const [number, read] = [data.vectors, data.predictions].map(book.reader);
    const signed = (number) => (number % 2 ? -1 - number : number) / 2;
    const vectors = new Map();
    const sentences = data.sentences.map((text) => text.split(" "));
    for (const word of new Set(sentences.flat())) {
      vectors.set(word, Array.from({ length: data.n }, () => signed(number()) / 100));
    }
    function prediction(word) {
      let score = signed(read());
      const sum = score + read();
      const rest = Math.exp(-read() / 1000);
      const entry = (word) => ({ word, score: score / 1000, probability: Math.exp((score - sum) / 1000) });
      const top = Array.from({ length: 8 }, () => names[read()]).map((word, place) => {
        if (place) score -= read();
        return entry(word);
      });
      let rank = read();
      const found = rank ? top[rank - 1] : ((rank = read()), (score -= read()), entry(word));
      return { top, rest, sum, rank, covered: found, loss: sum / 1000 - found.score };
    }
    return {
      vectors,
      sentences: sentences.map((words) => [words, words.map((word, gap) => {
        const found = new Map();
        const all = wide(words, gap, data.halfWidth);
        for (let bits = 1; bits <= all; bits += 1) if (!(bits & ~all)) found.set(bits, prediction(word));
        return found;
      })]),
    };
  }

  const mean = (vectors) => vectors[0].map((_, place) =>
    vectors.reduce((sum, vector) => sum + vector[place], 0) / vectors.length);

  const [blue, orange, quiet, grid, ink] =
    ["series-1", "series-2", "figure-muted", "figure-grid", "figure-ink"].map((name) => `var(--${name})`);

  // Draws what WindowChart.swift draws, in the same places.
  function draw(svg, words, vectors, gap, halfWidth, bits, isShown, found, size) {
    const { line, box, text } = book.pen(svg);
    const { covered, rank, rest } = found;
    const left = (string, x, y, colour, isBold) => text(string, x, y, colour, "start", "font-size:15px;" + (isBold ? "font-weight:600" : ""));
    const right = (string, y, colour, isBold, x = 396) => text(string, x, y, colour, "end", isBold ? "font-weight:600" : "");
    const strips = words.map((word) => vectors.get(word));
    const longest = Math.max(...strips.flat().map(Math.abs));
    function strip(vector, y, colour) {
      const width = 296 / vector.length;
      line(`M100,${y}H396`, grid, 1);
      line(vector.map((number, place) => `M${100 + (place + 0.5) * width},${y}v${(-18 * number) / longest}`).join(""), colour, width * 0.7);
    }
    const pitch = 196 / words.length;
    text("window", 4, 15);
    text("input vectors", 100, 15);
    const end = (place) => 26 + Math.max(0, Math.min(words.length, place)) * pitch;
    box(0, end(gap - halfWidth), 400, end(gap + halfWidth + 1) - end(gap - halfWidth), grid, 0.35);
    words.forEach((word, place) => {
      const y = 26 + (place + 0.5) * pitch;
      if (place === gap) {
        line(`M5,${y - 6}h12v12h-12z`, blue, 2);
        left(isShown ? word : "?", 23, y + 5, blue, true);
      } else if (bits >> place & 1) {
        left(word, 4, y + 5, orange, true);
        strip(strips[place], y, orange);
      } else {
        left(word, 4, y + 5);
        if (Math.abs(place - gap) <= halfWidth) text("taken out", 100, y + 5);
      }
    });
    const context = strips.filter((_, place) => bits >> place & 1);
    line("M0,226H400", quiet, 1);
    left("mean of " + context.length, 4, 252, ink, true);
    strip(mean(context), 247, ink);

    const scale = [0.1, 0.2, 0.5, 1].find((scale) => found.top[0].probability <= scale);
    text("expected", 18, 288);
    text("score", 154, 288, quiet, "end");
    text("0", 172, 288, quiet, "middle");
    text("probability", 254, 288, quiet, "middle");
    text(scale, 336, 288, quiet, "middle");
    line("M172,294V477.2M336,294V477.2", grid, 1);
    const bar = ({ word, score, probability }, row, isCovered) => {
      const y = 310 + 22 * row;
      const colour = isCovered ? blue : ink;
      if (isCovered) line(`M8,${y}m0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z`, blue, 1, `fill:${blue}`);
      left(word, 18, y + 5, colour, isCovered);
      right(score.toFixed(2).replace("-", "−"), y + 5, quiet, false, 154);
      box(172, y - 7, (probability / scale) * 164, 14, isCovered ? blue : quiet);
      right(book.number(probability), y + 5, colour, isCovered);
    };
    found.top.forEach((entry, row) => bar(entry, row, isShown && row === rank - 1));
    const below = +(isShown && rank > 8);
    if (below) bar(covered, 8.25, true);
    left(book.number(size - 8 - below) + " others", 18, 496.5 + 22 * below);
    right(book.number(rest - below * covered.probability), 496.5 + 22 * below);
    if (!isShown) return left("loss ?", 4, 552, blue, true);
    left(`loss −ln ${book.number(covered.probability)} = ${found.loss.toFixed(2)} nats`, 4, 552, blue, true);
    right("rank " + book.number(rank), 552, blue, true);
  }

  book.figures.window = function ({ panel, svg, say }, data) {
    const { vectors, sentences } = unpack(data);
    const make = book.make;
    let [halfWidth, off, isShown] = [2, 0, true];
    let words, gaps, toggles, gap, all;
    const group = (label, ...buttons) => make("p", { role: "group", "aria-label": label }, label, ...buttons);
    const press = (button, isOn) => (button.ariaPressed = !!isOn);
    // What is moved brings back the words that were taken out.
    const move = () => show((off = 0));
    const choice = make("select", { onchange: choose }, ...data.sentences.map((text) => make("option", {}, text)));
    const slider = make("input", { type: "range", value: 2, oninput: () => move((gap = +slider.value)) });
    const widths = Array.from({ length: data.halfWidth }, (_, index) =>
      book.button(index + 1, () => move((halfWidth = index + 1))));
    const cover = book.button("Show the covered word", () => show((isShown = !isShown)));
    const context = group("Context");

    function choose() {
      [words, gaps] = sentences[choice.selectedIndex];
      slider.max = words.length - 1;
      gap = +slider.value;
      context.replaceChildren("Context", ...(toggles = words.map((_, place) => book.button("", () => {
        const next = off ^ (1 << place);
        if (all & ~next) show((off = next));
        else say("One word stays.");
      }))));
      move();
    }
    function show() {
      all = wide(words, gap, halfWidth);
      const bits = all & ~off;
      const found = gaps[gap].get(bits);
      toggles.forEach((toggle, place) => {
        toggle.disabled = !(all >> place & 1);
        toggle.textContent = place === gap ? "▢" : words[place];
        press(toggle, bits >> place & 1);
      });
      widths.forEach((button, index) => press(button, index + 1 === halfWidth));
      press(cover, isShown);
      slider.ariaValueText = `word ${gap + 1} of ${words.length}`;
      draw(svg, words, vectors, gap, halfWidth, bits, isShown, found, data.size);
      const near = words.map((word, place) => (place === gap ? "▢ " : bits >> place & 1 ? word + " " : ""));
      const told = `${near.join("").trim()}: ${found.top.slice(0, 3).map((entry) => entry.word + " " + book.number(entry.probability)).join(", ")}. `
        + (isShown ? `Covered is “${words[gap]}”: rank ${book.number(found.rank)}, loss ${found.loss.toFixed(2)} nats.` : "Which word is covered?");
      say((svg.querySelector("desc").textContent = told));
    }
    panel.prepend(
      make("label", {}, "Sentence", choice), make("label", {}, "Gap", slider),
      group("Words on each side", ...widths), context, make("p", {}, cover));
    choose();
    slider.focus();
  };
  Object.assign(book.figures.window, { unpack, mean, wide });
})();
