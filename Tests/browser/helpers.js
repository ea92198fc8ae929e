// What the checks share inside a page.
window.tests = {
  // A name for an element by which its author finds it.
  name(element) {
    if (!element || element === document.body) return "body";
    const near = element.closest("[id]");
    const own = element.localName + [...element.classList].map((name) => "." + name).join("");
    const text = (element.getAttribute("aria-label") || element.textContent || "").trim().replace(/\s+/g, " ");
    const words = text ? ` “${text.slice(0, 40)}”` : "";
    if (near === element) return `${element.localName}#${element.id}${words}`;
    return (near ? `#${near.id} ` : "") + own + words;
  },
  // Does a reader see it?
  isVisible(element) {
    return element.checkVisibility({ opacityProperty: false, visibilityProperty: true, contentVisibilityAuto: false })
      && element.getClientRects().length > 0;
  },
  // Every element at which Tab should stop.
  stops() {
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
      .filter((element) => element.tabIndex >= 0 && !element.disabled && tests.isVisible(element));
  },
  openFolds() {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  },
  // Red, green, blue (0 to 255) and alpha of a computed colour, whatever its notation.
  colour(text) {
    const known = (tests.colours = tests.colours || new Map());
    if (!known.has(text)) {
      const pen = (tests.pen = tests.pen || Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
        .getContext("2d", { willReadFrequently: true }));
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = text;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      known.set(text, [red, green, blue, alpha / 255]);
    }
    return known.get(text);
  },
  luminance([red, green, blue]) {
    const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  },
  contrast(one, other) {
    const [low, high] = [tests.luminance(one), tests.luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  },
  over([red, green, blue, alpha], below) {
    return [red, green, blue].map((value, index) => value * alpha + below[index] * (1 - alpha)).concat(1);
  },
  // The colour behind an element.
  ground(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = tests.colour(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => tests.over(layer, below), [255, 255, 255, 1]);
  },
  frames(count = 2) {
    return new Promise((done) => {
      const next = () => (count-- ? requestAnimationFrame(next) : done());
      next();
    });
  },
};
