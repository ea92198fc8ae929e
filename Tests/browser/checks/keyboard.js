(() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) {
    return { name: "body", number: null, fault: "" };
  }
  tests.numbers = tests.numbers || new Map();
  if (!tests.numbers.has(element)) tests.numbers.set(element, tests.numbers.size);
  const number = tests.numbers.get(element);
  const name = tests.name(element);
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  let fault = "";
  if (style.opacity < 0.5 || style.visibility !== "visible" || box.width < 2 || box.height < 2) {
    fault = "has the focus and is not to be seen";
  } else if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) {
    fault = "has the focus and no outline";
  } else if (tests.contrast(tests.colour(style.outlineColor), tests.ground(element.parentElement)) < 3) {
    fault = "has an outline too pale to be seen";
  } else {
    // Some part of it must be in view, on top of everything else.
    const spots = [...element.getClientRects()].flatMap((part) => [0.1, 0.5, 0.9].map((share) =>
      [part.left + part.width * share, Math.min(Math.max(part.top + part.height / 2, 0), innerHeight - 1)]));
    const isOnTop = spots.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element) && top.closest("figure, .code-box, li, p, dd"));
    });
    if (!isOnTop) fault = "has the focus and is covered or out of view";
  }
  return { name, number, fault };
})()
