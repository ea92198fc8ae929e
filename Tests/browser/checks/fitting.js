// What checks/fitting.py asks of a page. All folds are open.
(() => {
  tests.openFolds();
  const seen = (selector) => [...document.querySelectorAll(selector)].filter(tests.isVisible);
  const box = (element) => element.getBoundingClientRect();
  const lines = (range) => new Set([...range.getClientRects()].filter((rect) => rect.width > 1)
    .map((rect) => Math.round(rect.bottom / 6))).size;
  // Do the letters from `start` to `end` of a text stand on more than one line?
  function isParted(node, start, end) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return lines(range) > 1;
  }
  const edge = document.documentElement.clientWidth;
  const main = document.querySelector("main");

  // Code, documentation and text, and what holds them: all of it is in view without scrolling sideways.
  const clipped = seen("main :is(pre, .row, .doc, .doc *, .listing, figcaption, p, li, dt, dd, summary, h1, h2, h3)")
    .filter((element) => !element.closest(".katex, .table, svg, .hidden") && (element.scrollWidth > element.clientWidth + 1
      && getComputedStyle(element).display !== "inline" || box(element).right > edge + 0.5 || box(element).left < -0.5)).map(tests.name);

  // Code, solutions and exercises end at one edge.
  const edges = new Map();
  for (const element of seen("main > :is(.listing, .code-box, pre, .exercise), .solution .listing")) {
    const right = Math.round(box(element).right);
    const near = [...edges.keys()].find((other) => Math.abs(other - right) <= 2) ?? right;
    edges.set(near, [...(edges.get(near) || []), tests.name(element)]);
  }

  // Words, names and numbers that no line's end may part.
  const parted = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const words = /[\p{L}\p{N}]+(?:[-–][\p{L}\p{N}]+)+|\d \S \d/gu;
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (parent.closest("pre, code, svg, .katex, .hidden, .sample") || !tests.isVisible(parent)) continue;
    for (const match of node.data.matchAll(words)) {
      const sides = match[0].split(/[-–]/);
      const isOne = match[0].includes("–") || sides.length < 2 || sides.some((side) => side.length < 5);
      if (isOne && match[0].length < 24 && isParted(node, match.index, match.index + match[0].length)) parted.push(match[0]);
    }
  }
  for (const element of seen("main .unbroken")) {
    if (element.getClientRects().length > 1) parted.push(element.textContent);
  }
  for (const code of seen("main :not(pre) > code:not(.sample code)")) {
    for (const node of [...code.childNodes].filter((child) => child.nodeType === 3)) {
      for (const match of node.data.matchAll(code.textContent.length > 24 ? /[^\s/]+/g : /[^/]+/g)) {
        if (match[0].length <= 32 && isParted(node, match.index, match.index + match[0].length)) parted.push(`code ${match[0]}`);
      }
    }
  }

  // What is pressed or clicked, links in a line of text excepted.
  const small = seen("button, summary, input, select, label, nav a, header a").filter((element) => {
    const { width, height } = box(element.closest("label") || element);
    return !element.closest(".skip") && (width < 24 || height < 24);
  }).map((element) => `${tests.name(element)} ${box(element).width.toFixed(0)} × ${box(element).height.toFixed(0)}`);

  // Boxes that scroll sideways say so by a shadow that is seen on their ground.
  const paper = tests.ground(document.body);
  const scrolling = seen("main :is(.formula, .table, .canvas, pre)").filter((element) => element.scrollWidth > element.clientWidth + 1);
  const cueless = scrolling.filter((element) => {
    const shadows = getComputedStyle(element).backgroundImage.match(/(?:rgba?|color|oklab|light-dark)\([^()]*\)/g) || [];
    return !shadows.some((shadow) => tests.contrast(tests.over(tests.colour(shadow), paper), paper) > 1.5);
  }).map(tests.name);

  // A copy button and code never lie over each other.
  const covering = seen(".copy").filter((button) => {
    const place = box(button);
    return [...button.closest(".listing, .code-box").querySelectorAll("code")].some((code) => {
      const range = document.createRange();
      range.selectNodeContents(code);
      return [...range.getClientRects()].some((rect) => rect.width > 0 && rect.right > place.left + 1 && rect.left < place.right - 1
        && rect.bottom > place.top + 1 && rect.top < place.bottom - 1);
    });
  }).map(tests.name);

  return {
    clipped, parted, small, cueless, covering, edges: [...edges].map(([right, names]) => [right, names.length, names[0]]),
    wide: scrolling.filter((element) => element.matches(".formula")).map(tests.name),
    rows: seen("pre .row").length, wrapped: seen("pre .row").filter((row) => box(row).height > 1.6 * parseFloat(getComputedStyle(row).lineHeight)).length,
    counts: { code: seen("main code").length, targets: seen("button, summary, input, nav a").length },
  };
})()
