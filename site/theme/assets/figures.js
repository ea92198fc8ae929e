// What interactive figures share. figures/NAME.js sets book.figures.NAME = function (figure, data),
// which brings the figure to life once the reader has asked for it; until then the drawing stands.
(function () {
  "use strict";
  const book = (window.book = window.book || {});
  book.figures = {};

  // An element with attributes and children; `svg:` before its name makes it one of a drawing.
  book.make = function (name, attributes, ...children) {
    const element = name.startsWith("svg:")
      ? document.createElementNS("http://www.w3.org/2000/svg", name.slice(4))
      : document.createElement(name);
    for (const key in attributes) {
      if (key.startsWith("on")) element[key] = attributes[key];
      else element.setAttribute(key, attributes[key]);
    }
    element.append(...children);
    return element;
  };

  book.button = (text, onclick) => book.make("button", { type: "button", onclick }, text);

  // Empties a drawing and draws into it; `style` is CSS, so that colours can be the theme's.
  book.pen = function (svg) {
    svg.replaceChildren(...svg.querySelectorAll("title, desc"));
    const draw = (name, attributes, text = "") => svg.append(book.make("svg:" + name, attributes, text));
    return {
      line: (d, stroke, width, style = "") =>
        draw("path", { d, fill: "none", style: `stroke:${stroke};stroke-width:${width};${style}` }),
      box: (x, y, width, height, fill, opacity = 1) =>
        draw("rect", { x, y, width, height, style: `fill:${fill};fill-opacity:${opacity}` }),
      arrow(x, y, toX, toY, fill) {
        const length = Math.hypot(toX - x, toY - y);
        const [right, down] = [(toX - x) / length, (toY - y) / length];
        const head = `l${-7.5 * right - 3.75 * down},${-7.5 * down + 3.75 * right}l${7.5 * down},${-7.5 * right}z`;
        draw("path", { d: `M${x},${y}L${toX},${toY}m0,0${head}`, style: `stroke:${fill};stroke-width:1.25;fill:${fill}` });
      },
      text: (text, x, y, fill = "var(--figure-muted)", anchor = "start", style = "") =>
        draw("text", { x, y, "text-anchor": anchor, style: `fill:${fill};font-size:14px;${style}` }, text),
    };
  };

  // 10⁻⁶
  book.power = (exponent) => "10" + String(exponent).replace(/./g, (c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"[+c + 1 || 0]);

  // A number as prose has it: −12,345, 0.062, 4.9·10⁻⁶
  book.number = function (value) {
    if (value < 0) return "−" + book.number(-value);
    if (Number.isInteger(value)) return value.toLocaleString("en");
    if (value >= 0.001) return (+value.toPrecision(2)).toLocaleString("en", { maximumFractionDigits: 9 });
    const [digits, exponent] = value.toExponential(1).split("e");
    return digits + "·" + book.power(exponent);
  };

  // Reads what PackedNumbers.swift has written: a number at each call.
  book.reader = function (text) {
    let at = 0;
    return () => {
      for (let number = 0; ; ) {
        const code = text.charCodeAt(at++);
        const digit = code - 35 - (code > 92);
        number = number * 45 + (digit % 45);
        if (digit < 45) return number;
      }
    };
  };

  // Runs a script; a page on a disk may not fetch.
  const run = (src) => new Promise((onload, onerror) =>
    src ? document.head.append(book.make("script", { src, onload, onerror })) : onload());

  document.querySelectorAll(".play").forEach((panel) => {
    const { name, behaviour, data } = panel.dataset;
    const status = book.make("p", { role: "status" });
    const drawings = [...panel.parentNode.querySelectorAll(".canvas > svg")];
    const figure = {
      panel,
      // Draws again, for the page and for a telephone: draw(svg, isNarrow) gets either.
      redraw(draw) { for (const svg of drawings) draw(svg, svg.classList.contains("narrow")); },
      // Says under the drawing, and to a screen reader, what there is to see.
      say(text) { if (status.textContent !== text) status.textContent = text; },
    };
    let files;
    const ready = () => (files = files || Promise.all([run(behaviour), run(data)]));
    const fail = () => (files = null);
    const near = new IntersectionObserver(([entry]) => {
      if (entry.isIntersecting) near.disconnect(ready().catch(fail));
    }, { rootMargin: "600px" });
    near.observe(panel.parentNode);
    const onclick = () => ready().then(() => {
      button.remove();
      book.figures[name](figure, data && book.data[name]);
    }, () => figure.say("This could not be loaded; the drawing stands as it is.", fail()));
    const button = book.button("Try it yourself", onclick);
    panel.append(button, status);
  });
})();
