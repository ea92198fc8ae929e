// Only where `course serve` runs: shows what `course check` found, reloads when the book changes.
"use strict";
(() => {
  const book = (window.book = window.book || {});
  const key = "word2vec-to-bert:";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const make = (name, className, text = "") => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const keep = (name, value) => {
    try { sessionStorage.setItem(key + name, JSON.stringify(value)); } catch {}
  };
  const kept = (name) => {
    try { return JSON.parse(sessionStorage.getItem(key + name)); } catch { return null; }
  };

  // Verdicts
  const ago = (time) => {
    const minutes = Math.floor((Date.now() / 1000 - time) / 60);
    if (minutes < 1) return "just now";
    if (minutes < 60) return `${minutes} min ago`;
    return minutes < 1440 ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 1440)} d ago`;
  };
  const sign = (verdict) => {
    const element = make("span", "sign", verdict.sign);
    element.ariaHidden = "true";
    return element;
  };
  const fill = (box, verdict) => {
    box.dataset.kind = verdict.kind || "";
    box.replaceChildren();
    if (!verdict.kind) return;
    const line = make("p", "outcome");
    line.append(sign(verdict), make("strong", "", verdict.title));
    if (verdict.location) line.append(make("code", "", verdict.location));
    if (verdict.time) {
      // Not read out: it changes by itself.
      const time = make("time", "", ago(verdict.time));
      time.ariaHidden = "true";
      time.dataset.time = verdict.time;
      line.append(time);
    }
    box.append(line);
    if (verdict.message) box.append(make("pre", "", verdict.message));
  };
  const mark = (link, verdict) => {
    link.querySelector(".sign")?.remove();
    if (!verdict.kind) return;
    const element = make("span", "sign", verdict.sign);
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", verdict.title);
    link.append(element);
  };
  const count = make("p", "count");
  const shown = new WeakMap();
  const show = (report) => {
    const verdicts = new Map(report.exercises.map((verdict) => [verdict.exercise, verdict]));
    const slots = all("[data-exercise]");
    for (const slot of slots) {
      const verdict = verdicts.get(slot.dataset.exercise);
      const state = JSON.stringify(verdict);
      if (!verdict || shown.get(slot) === state) continue;
      shown.set(slot, state);
      if (slot.matches(".verdict")) fill(slot, verdict);
      if (slot.matches("a")) mark(slot, verdict);
    }
    const chapter = slots.length ? slots[0].dataset.exercise.split(".")[0] + "." : "";
    const own = report.exercises.filter((verdict) => verdict.exercise.startsWith(chapter));
    const passed = own.filter((verdict) => verdict.kind === "passed").length;
    count.textContent = own.length ? `${passed} of ${own.length} passed` : "";
    keep("verdicts", report);
  };

  // What keeps the book from being built
  const aside = make("aside", "live");
  aside.setAttribute("aria-label", "Preview");
  const faults = make("div", "faults");
  faults.setAttribute("role", "status");
  aside.append(faults, count);
  document.body.append(aside);
  const complain = (diagnostics) => {
    faults.replaceChildren();
    if (!diagnostics.length) return;
    const close = make("button", "tool", "Dismiss");
    close.type = "button";
    close.onclick = () => faults.replaceChildren();
    const list = make("ul", "");
    for (const { place, message } of diagnostics) {
      const item = make("li", "");
      item.append(make("code", "", place), ": " + message);
      list.append(item);
    }
    faults.append(make("p", "", "The book cannot be built; this page is as it was."), list, close);
  };

  // The place on the page, by what is nearest to the window's top
  const leave = () => {
    let id = "", gap = Infinity;
    for (const element of all("main [id]")) {
      if (!element.getClientRects().length) continue;
      const top = element.getBoundingClientRect().top;
      if (Math.abs(top) < Math.abs(gap)) [id, gap] = [element.id, top];
    }
    keep("place", [location.pathname, id, gap, all("details").map((fold) => fold.open)]);
    location.reload();
  };
  const place = kept("place");
  const comeBack = () => {
    const element = document.getElementById(place[1]);
    if (element) scrollBy({ top: element.getBoundingClientRect().top - place[2], behavior: "instant" });
  };

  // Verdicts known from the page before are no news: nothing is read out, and nothing moves later.
  const boxes = all(".verdict");
  for (const box of boxes) box.ariaLive = "off";
  setTimeout(() => { for (const box of boxes) box.ariaLive = null; }, 1500);
  const before = kept("verdicts");
  if (before) show(before);
  keep("place", null);
  if (place && place[0] === location.pathname) {
    const folds = all("details");
    if (folds.length === place[3].length) folds.forEach((fold, index) => { fold.open = place[3][index]; });
    comeBack();
    if (document.readyState !== "complete") addEventListener("load", comeBack);
  }

  // A browser opens six connections to one address: only pages in sight listen.
  const navigation = performance.getEntriesByType("navigation")[0];
  let tag = navigation && (navigation.serverTiming || []).map((entry) => entry.description)[0];
  let source = null;
  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource("/course/events?" + location.pathname);
    const on = (name, act) => source.addEventListener(name, (event) => act(event.data));
    on("page", (data) => {
      if (tag && tag !== data) leave();
      tag = data;
    });
    on("diagnostics", (data) => complain(JSON.parse(data)));
    on("progress", (data) => show(JSON.parse(data)));
    source.onerror = () => {
      if (!source || source.readyState !== EventSource.CLOSED) return;
      source = null;
      setTimeout(listen, 3000);
    };
  };
  const stop = () => {
    if (source) source.close();
    source = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  setInterval(() => {
    for (const time of all("time[data-time]")) time.textContent = ago(time.dataset.time);
  }, 30000);
  listen();
})();
