// What checks/fitting.py asks of a page, each a function. All folds are open.
(() => {
  tests.openFolds();
  const seen = (selector) => [...document.querySelectorAll(selector)].filter(tests.isVisible);
  const box = (element) => element.getBoundingClientRect();
  // Do the letters from `start` to `end` of a text stand on more than one line?
  function isParted(node, start, end) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return new Set([...range.getClientRects()].filter((rect) => rect.width > 1).map((rect) => Math.round(rect.bottom / 6))).size > 1;
  }
  const scrolling = () => seen("main :is(.formula, .table, .canvas, pre)").filter((element) => element.scrollWidth > element.clientWidth + 1);

  return {
    // Code, documentation and text, and what holds them: all of it is in view without scrolling sideways. The ground of
    // code in a text may lie three pixels over.
    clipped() {
      const edge = document.documentElement.clientWidth;
      const isOut = ({ left, right }) => right > edge + 0.5 || left < -0.5;
      const isCut = (element) => element.scrollWidth > element.clientWidth + 4 && getComputedStyle(element).display !== "inline";
      return seen("main :is(pre, .row, .doc, .doc *, .listing, figcaption, p, li, dt, dd, summary, h1, h2, h3)")
        .filter((element) => !element.closest(".katex, .table, svg, .hidden") && (isOut(box(element)) || isCut(element))).map(tests.name);
    },
    rows() {
      const rows = seen("pre .row");
      return [rows.length, rows.filter((row) => box(row).height > 1.6 * parseFloat(getComputedStyle(row).lineHeight)).length];
    },

    // Where code, solutions and exercises end: each edge with how many end there, and the first of them.
    edges() {
      const edges = [];
      for (const element of seen("main > :is(.listing, .code-box, pre, .exercise), .solution .listing")) {
        const right = Math.round(box(element).right);
        const edge = edges.find(([other]) => Math.abs(other - right) <= 2);
        if (edge) edge[1] += 1;
        else edges.push([right, 1, tests.name(element)]);
      }
      return edges;
    },

    // Words, names and numbers that a line's end parts though it may not.
    parted() {
      const parted = [];
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      const words = /[\p{L}\p{N}]+(?:[-–][\p{L}\p{N}]+)+|\d \S \d/gu;
      while (walker.nextNode()) {
        const node = walker.currentNode, parent = node.parentElement;
        if (!/[-– ]/.test(node.data) || parent.closest("pre, code, svg, .katex, .hidden") || !tests.isVisible(parent)) continue;
        for (const { 0: word, index } of node.data.matchAll(words)) {
          const sides = word.split(/[-–]/);
          const isOne = word.includes("–") || sides.length < 2 || sides.some((side) => side.length < 5);
          if (isOne && word.length < 24 && isParted(node, index, index + word.length)) parted.push(word);
        }
      }
      parted.push(...seen("main .unbroken").filter((element) => element.getClientRects().length > 1).map((element) => element.textContent));
      for (const code of seen("main :not(pre) > code:not(.sample code)")) {
        const pieces = code.matches(".file") || code.textContent.length > 24 ? /[^\s/]+/g : /.+/g;
        const nodes = [...code.childNodes].map((child) => (child.nodeType === 3 ? child : child.firstChild)).filter(Boolean);
        for (const node of nodes) {
          for (const { 0: piece, index } of node.data.matchAll(pieces)) {
            if (piece.length <= 28 && isParted(node, index, index + piece.length)) parted.push(`code ${piece}`);
          }
        }
      }
      return [parted, seen("main code").length];
    },

    // What is pressed or clicked, links in a line of text excepted; then copy buttons that lie over code.
    targets() {
      const all = seen("button, summary, input, select, label, nav a, header a").filter((element) => !element.closest(".skip"));
      const size = (element) => box(element.closest("label") || element);
      const small = all.filter((element) => Math.min(size(element).width, size(element).height) < 24)
        .map((element) => `${tests.name(element)} of ${size(element).width.toFixed(0)} × ${size(element).height.toFixed(0)} px`);
      const covering = seen(".copy").filter((button) => {
        const place = box(button);
        return [...button.closest(".listing, .code-box").querySelectorAll("code")].some((code) => {
          const range = document.createRange();
          range.selectNodeContents(code);
          return [...range.getClientRects()].some((rect) => rect.width > 0 && rect.right > place.left + 1
            && rect.left < place.right - 1 && rect.bottom > place.top + 1 && rect.top < place.bottom - 1);
        });
      }).map(tests.name);
      return [all.length, small, covering];
    },

    // Boxes that scroll sideways without a shadow that is seen on their ground; then the formulas among all that scroll.
    cues() {
      const paper = tests.ground(document.body);
      const cueless = scrolling().filter((element) => {
        const shadows = getComputedStyle(element).backgroundImage.match(/(?:rgba?|color|oklab)\([^()]*\)/g) || [];
        return !shadows.some((shadow) => tests.contrast(tests.over(tests.colour(shadow), paper), paper) > 1.5);
      }).map(tests.name);
      return [cueless, scrolling().filter((element) => element.matches(".formula")).map(tests.name)];
    },
  };
})()
