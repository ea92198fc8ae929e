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

  const colour = (name) => `var(--quantity-${name})`;
  const [blue, orange, gold, teal] = ["center", "context", "hidden", "prediction"].map(colour);
  const [quiet, grid, ink] = ["muted", "grid", "ink"].map((name) => `var(--figure-${name})`);
  const fixed = (number) => number.toFixed(2).replace("-", "−");

  // WindowChart.Layout, for the page and for a telephone.
  const layouts = [
    { width: 720, size: 14, across: 16, cell: [6, 9], meanEnd: 160, score: [150, 330], bar: [420, 650], top: 232, height: 470 },
    { width: 360, size: 13, across: 8, cell: [6, 6], meanEnd: 186, score: [112, 150], bar: [170, 300], top: 258, height: 496 },
  ];

  // Draws what WindowChart.swift draws, in the same places; `motion` goes from 0 to 1: first the mean
  // appears, then the scores grow, then the probabilities.
  function draw(svg, layout, { words, vectors, gap, bits, isShown, found, size, motion }, act) {
    const { line, box, text, arrow } = book.pen(svg);
    const { width, across, cell, meanEnd, score, bar, top } = layout;
    const { covered, rank, rest } = found;
    const write = (string, x, y, fill, anchor, isBold) =>
      text(string, x, y, fill, anchor, `font-size:${layout.size}px;` + (isBold ? "font-weight:600" : ""));
    // How much of the motion's part, of three, is over.
    const part = (from) => Math.max(0, Math.min(1, motion * 3 - from));
    const strips = words.map((word) => vectors.get(word));
    const longest = Math.max(...strips.flat().map(Math.abs));
    const [pitch, middle] = [width / words.length, width / 2];
    const [wide, high] = [across * cell[0], Math.ceil(strips[0].length / across) * cell[1]];
    const frame = (x, y, width, height, stroke, thick) => line(`M${x},${y}h${width}v${height}h${-width}z`, stroke, thick);
    function patch(vector, x, y, fill, opacity = 1) {
      const levels = {};
      vector.forEach((number, place) => {
        const level = Math.round((Math.abs(number) / longest) * 5) * Math.sign(number);
        if (level) levels[level] = (levels[level] || "")
          + `M${x + (place % across) * cell[0]},${y + Math.floor(place / across) * cell[1]}h${cell[0]}v${cell[1]}h${-cell[0]}z`;
      });
      for (const level in levels) line(levels[level], "none", 0,
        `fill:${level < 0 ? "var(--series-8)" : fill};fill-opacity:${(Math.abs(level) / 5) * opacity}`);
      frame(x, y, wide, high, grid, 1);
    }

    const meanTop = meanEnd - high;
    words.forEach((word, place) => {
      const x = (place + 0.5) * pitch;
      const isNear = bits >> place & 1;
      const isOut = !isNear && act.all >> place & 1;
      if (place === gap) frame(x - pitch / 2 + 2, 3, pitch - 4, 28, blue, 2.25);
      write(place === gap && !isShown ? "?" : word, x, 22, place === gap ? blue : isNear ? orange : quiet, "middle", place === gap || (width > 400 && isNear));
      if (isOut) frame(x - wide / 2, 40, wide, high, grid, 1);
      if (isNear) {
        patch(strips[place], x - wide / 2, 40, orange);
        arrow(x, 44 + high, middle + (x - middle) * 0.12, meanTop - 4, gold);
      }
      // Where one clicks: the word to cover it, its vector to take it out or bring it back.
      const hit = (y, height, onclick) => svg.append(book.make("svg:rect",
        { x: x - pitch / 2, y, width: pitch, height, style: "fill:transparent;cursor:pointer", onclick }));
      if (place !== gap) hit(0, 34, () => act.cover(place));
      if (isNear || isOut) hit(36, high + 8, () => act.toggle(place));
    });
    const context = strips.filter((_, place) => bits >> place & 1);
    patch(mean(context), middle - wide / 2, meanTop, gold, part(0));
    write("v̂, mean of " + context.length, middle + wide / 2 + 10, meanEnd - high / 2 + 5, gold, "start", true);

    const scale = [0.1, 0.2, 0.5, 1].find((scale) => found.top[0].probability <= scale);
    arrow(middle, meanEnd + 4, score[1] - 24, top - 40, blue);
    write("· u of each word", Math.min(middle, score[1] - 24) - 8, top - 48, blue, "end");
    write("expected", 18, top - 20);
    write("score z", score[1], top - 20, teal, "end");
    arrow(score[1] + 8, top - 25, bar[0] - 2, top - 25, teal);
    if (width > 400) write("softmax", (score[1] + bar[0]) / 2, top - 32, teal, "middle");
    write("probability", bar[0] + 6, top - 20, teal);
    write("of " + scale, width - 2, top - 20, quiet, "end");
    const row = (entry, place, isCovered) => {
      const y = top + 21 * place;
      const fill = isCovered ? blue : ink;
      if (isCovered) line(`M8,${y}m0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z`, blue, 1, `fill:${blue}`);
      write(entry.word, 18, y + 5, fill, "start", isCovered);
      const unit = (score[1] - 46 - score[0]) / Math.max(found.top[0].score, 0.1);
      if (width > 400) box(score[0], y - 7, Math.max(0, entry.score * unit) * part(1), 14, teal, 0.4);
      write(fixed(entry.score), score[1], y + 5, quiet, "end");
      box(bar[0], y - 7, (entry.probability / scale) * (bar[1] - bar[0]) * part(2), 14, teal);
      write(book.number(entry.probability), width - 2, y + 5, fill, "end", isCovered);
    };
    found.top.forEach((entry, place) => row(entry, place, isShown && place === rank - 1));
    const below = +(isShown && rank > 8);
    if (below) row(covered, 8, true);
    const others = top + 21 * (8 + below) + 5;
    write(book.number(size - 8 - below) + " others", 18, others);
    write(book.number(rest - below * covered.probability), width - 2, others, quiet, "end");
    const told = isShown ? `loss −ln ${book.number(covered.probability)} = ${fixed(found.loss)} nats` : "loss ?";
    write(told, 2, layout.height - 8, colour("loss"), "start", true);
    if (isShown) write("rank " + book.number(rank), width - 2, layout.height - 8, blue, "end", true);
  }

  book.figures.window = function ({ panel, say, redraw }, data) {
    const { vectors, sentences } = unpack(data);
    const make = book.make;
    let [halfWidth, off, isShown, gap, run] = [2, 0, true, 2, 0];
    let words, gaps, covers, toggles, all;
    const group = (label, ...buttons) => make("p", { role: "group", "aria-label": label }, label, ...buttons);
    const press = (button, isOn) => (button.ariaPressed = !!isOn);
    // What is moved brings back the words that were taken out.
    const move = () => show((off = 0));
    const cover = (place) => move((gap = place));
    function toggle(place) {
      const next = off ^ (1 << place);
      if (all & ~next) show((off = next));
      else say("One word stays.");
    }
    const choice = make("select", { onchange: choose }, ...data.sentences.map((text) => make("option", {}, text)));
    const widths = Array.from({ length: data.halfWidth }, (_, index) =>
      book.button(index + 1, () => move((halfWidth = index + 1))));
    const hide = book.button("Show the covered word", () => show((isShown = !isShown)));
    const [covered, context] = [group("Cover"), group("Context")];

    function choose() {
      [words, gaps] = sentences[choice.selectedIndex];
      gap = Math.min(gap, words.length - 1);
      const each = (act) => words.map((word, place) => book.button(word, () => act(place)));
      covered.replaceChildren("Cover", ...(covers = each(cover)));
      context.replaceChildren("Context", ...(toggles = each(toggle)));
      move();
    }
    function show() {
      all = wide(words, gap, halfWidth);
      const bits = all & ~off;
      const found = gaps[gap].get(bits);
      toggles.forEach((button, place) => {
        button.disabled = !(all >> place & 1);
        button.textContent = place === gap ? "▢" : words[place];
        press(button, bits >> place & 1);
        press(covers[place], isShown && place === gap);
      });
      widths.forEach((button, index) => press(button, index + 1 === halfWidth));
      press(hide, isShown);
      const state = { words, vectors, gap, bits, isShown, found, size: data.size };
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const [mine, start] = [++run, performance.now()];
      (function frame(now) {
        if (mine !== run) return;
        state.motion = still ? 1 : Math.max(0, Math.min(1, (now - start) / 700));
        redraw((svg, isNarrow) => draw(svg, layouts[+isNarrow], state, { all, cover, toggle }));
        if (state.motion < 1) requestAnimationFrame(frame);
      })(start);
      const near = words.map((word, place) => (place === gap ? "▢ " : bits >> place & 1 ? word + " " : ""));
      const told = `${near.join("").trim()}: ${found.top.slice(0, 3).map((entry) => entry.word + " " + book.number(entry.probability)).join(", ")}. `
        + (isShown ? `Covered is “${words[gap]}”: rank ${book.number(found.rank)}, loss ${fixed(found.loss)} nats.` : "Which word is covered?");
      redraw((svg) => (svg.querySelector("desc").textContent = told));
      say(told);
    }
    panel.prepend(
      make("label", {}, "Sentence", choice), covered, context,
      group("Words on each side", ...widths), make("p", {}, hide));
    choose();
    choice.focus();
  };
  Object.assign(book.figures.window, { unpack, mean, wide });
})();
