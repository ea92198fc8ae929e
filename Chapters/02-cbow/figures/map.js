// The map's words with their true neighbours: what the shadow has kept, and what it has not.
(function () {
  "use strict";
  const book = window.book;

  book.figures.map = function ({ panel, redraw, say }, data) {
    const make = book.make;
    const places = new Map(data.map(({ word }, place) => [word, place]));
    const colour = "var(--quantity-context)";
    const choice = make("select", { onchange: () => show(choice.selectedIndex) },
      ...data.map(({ word }) => make("option", {}, word)));

    function show(place) {
      choice.selectedIndex = place;
      const { word, near, cosines } = data[place];
      const found = near.flatMap((word, rank) => places.has(word) ? [[places.get(word), cosines[rank]]] : []);
      redraw((svg) => {
        svg.querySelector(".links")?.remove();
        const groups = [...svg.querySelectorAll("g")];
        const at = (place) => groups[place].querySelector("path:last-of-type").getAttribute("d").match(/[\d.]+/g).map(Number);
        const lit = new Set(found.map(([place]) => place));
        groups.forEach((group, number) => {
          group.style.fontWeight = number === place ? 700 : 400;
          group.style.textDecoration = number === place || lit.has(number) ? "underline" : "none";
        });
        const links = make("svg:g", { class: "links" }, ...found.map(([other, cosine]) => make("svg:path", {
          d: `M${at(place).slice(0, 2)}L${at(other).slice(0, 2)}`, style: `stroke:${colour};stroke-width:${(cosine * 3).toFixed(1)}`,
        })));
        groups[0].before(links);
      });
      const off = near.filter((word) => !places.has(word));
      say(`Nearest to “${word}” among all words: ${near.map((word, rank) => `${word} ${cosines[rank].toFixed(2)}`).join(", ")}. `
        + (off.length ? `Not on the map: ${off.join(", ")}.` : "All of them are on the map."));
    }
    redraw((svg) => {
      [...svg.querySelectorAll("g")].forEach((group, place) => {
        group.style.cursor = "pointer";
        group.onpointerenter = group.onclick = () => show(place);
        // A finger needs more than a letter's height.
        const text = group.querySelector("text");
        const [x, y] = ["x", "y"].map((name) => +text.getAttribute(name));
        const width = 9 * text.textContent.length;
        group.append(make("svg:rect", { x: x - 2, y: y - 17, width, height: 24, style: "fill:transparent" }));
      });
    });
    const turn = (text, by) => book.button(text, () => show((choice.selectedIndex + by + data.length) % data.length));
    panel.prepend(make("label", {}, "Word", choice), make("p", {}, turn("Word before", -1), turn("Next word", 1)));
    show(Math.max(0, data.findIndex(({ word }) => word === "father")));
    choice.focus();
  };
})();
