// The tape of (w x − y)², forwards and back, a step at a time.
(function () {
  "use strict";
  const book = window.book;
  const [ink, quiet, grid, tint] = ["var(--figure-ink)", "var(--figure-muted)", "var(--figure-grid)", "var(--quantity-gradient)"];

  // The lines of the tape, as TapeDiagram.data has them.
  function unpack({ steps, uses }) {
    return {
      lines: steps.map(([name, value, gradient, column, row]) => ({ name, value, gradient, column, row })),
      uses: uses.map(([from, to, derivative]) => ({ from, to, derivative })),
    };
  }

  const number = (text) => Number(text.replace("−", "-"));
  const written = (value) => String(value).replace("-", "−");

  // The gradients, found again from the last line's 1 and the local derivatives, with what was added.
  function sweep({ lines, uses }) {
    const gradients = lines.map((_, line) => (line === lines.length - 1 ? 1 : 0));
    const parts = lines.map(() => []);
    for (let line = lines.length - 1; line >= 0; line--) {
      for (const { to, derivative } of uses.filter(({ from }) => from === line)) {
        parts[line].push([gradients[to], number(derivative)]);
        gradients[line] += gradients[to] * number(derivative);
      }
    }
    return { gradients, parts };
  }

  // What a moment shows: values of the lines below `made`, gradients of those from `passed` on, and the
  // line at hand. Moment 0 has nothing, moment 12 everything.
  function moment(count, step) {
    const made = Math.min(step, count);
    const passed = Math.min(count, 2 * count - step);
    return { made, passed, line: step === 0 ? -1 : step <= count ? step - 1 : passed, isBack: step > count };
  }

  // The places of TapeDiagram.swift.
  function draw(svg, isNarrow, { lines, uses }, step) {
    const { line: stroke, box, text } = book.pen(svg);
    const size = isNarrow ? 13 : 14;
    const [width, height] = isNarrow ? [104, 60] : [112, 64];
    const centre = ({ column, row }) => isNarrow ? [56 + row * 124, 36 + column * 108] : [60 + column * 200, 40 + row * 104];
    const write = (words, x, y, fill, anchor, style = "") => text(words, x, y, fill, anchor, `font-size:${size}px;${style}`);
    const now = moment(lines.length, step);
    uses.forEach(({ from, to, derivative }, index) => {
      const twins = uses.filter((use) => use.from === from && use.to === to);
      const shift = (twins.indexOf(uses[index]) - (twins.length - 1) / 2) * 34;
      const [[a, b], [c, d]] = [centre(lines[from]), centre(lines[to])];
      const ends = isNarrow ? [a + shift, b + height / 2, c + shift, d - height / 2] : [a + width / 2, b + shift, c - width / 2, d + shift];
      const isUsed = now.isBack ? from === now.line : to === now.line;
      const colour = isUsed ? (now.isBack ? tint : ink) : quiet;
      stroke(`M${ends[0]},${ends[1]}L${ends[2]},${ends[3]}`, colour, isUsed ? 3 : 1.5, to < now.made ? "" : "opacity:.3");
      if (to >= now.made) return;
      const [x, y] = [(ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2];
      box(x - 13, y - 11, 26, 22, "var(--figure-paper)");
      write(derivative, x, y + 5, isUsed ? colour : ink, "middle", isUsed ? "font-weight:600" : "");
    });
    lines.forEach((line, index) => {
      const [x, y] = centre(line);
      const isNow = index === now.line;
      box(x - width / 2, y - height / 2, width, height, "var(--figure-paper)");
      stroke(`M${x - width / 2},${y - height / 2}h${width}v${height}h${-width}z`,
        isNow ? (now.isBack ? tint : ink) : index < now.made ? quiet : grid, isNow ? 3 : 1.5);
      write(line.name, x, y - 9, ink, "middle", "font-weight:600");
      if (index < now.made) text(line.value, x - 14, y + 18, ink, "end", "font-size:17px;font-weight:600");
      if (index >= now.passed) text(line.gradient, x + 14, y + 18, tint, "start", "font-size:17px;font-weight:600");
    });
    const keys = isNarrow ? [[8, 418], [8, 439]] : [[56, 318], [322, 318]];
    write("value", ...keys[0], ink, "start", "font-weight:600");
    write("forwards, step by step", keys[0][0] + 52, keys[0][1], quiet);
    write("gradient", ...keys[1], tint, "start", "font-weight:600");
    write("backwards, times the line's number", keys[1][0] + 76, keys[1][1], quiet);
  }

  // What there is to say of a moment.
  function tell(tape, step) {
    const { lines } = tape;
    const { line, isBack } = moment(lines.length, step);
    if (line < 0) return "Nothing is computed yet.";
    const { name, value } = lines[line];
    const title = `Line ${line + 1}, ${name}`;
    if (!isBack) return title + (name.includes("=") ? ` = ${value}.` : `, is given: ${value}.`);
    const { gradients, parts } = sweep(tape);
    if (!parts[line].length) return `${title}: it grows with itself, one to one. The gradient is 1.`;
    const signed = (factor) => (factor < 0 ? `(${written(factor)})` : written(factor));
    const sum = parts[line].map(([gradient, derivative]) => `${signed(gradient)} · ${signed(derivative)}`).join(" + ");
    return `${title}: ${sum} = ${written(gradients[line])}`
      + (parts[line].length > 1 ? "; it is used twice, so the parts add up." : ".");
  }

  book.figures.tape = function ({ panel, redraw, say }, data) {
    const tape = unpack(data);
    const last = 2 * tape.lines.length;
    const slider = book.make("input", { type: "range", min: 0, max: last, step: 1, value: 0, oninput: show });
    const move = (by) => () => show((slider.value = Math.min(last, Math.max(0, +slider.value + by))));
    const [back, on] = [book.button("Step back", move(-1)), book.button("Step on", move(1))];
    function show() {
      const step = +slider.value;
      [back.disabled, on.disabled] = [step === 0, step === last];
      redraw((svg, isNarrow) => draw(svg, isNarrow, tape, step));
      const said = tell(tape, step);
      slider.setAttribute("aria-valuetext", said);
      say(`${step} of ${last}. ${said}`);
    }
    panel.prepend(
      book.make("label", {}, "Down the tape and back", slider),
      book.make("p", { role: "group", "aria-label": "Steps" }, back, on));
    slider.focus();
    show();
  };
  Object.assign(book.figures.tape, { unpack, sweep, moment, tell });
})();
