// Loaded under `course serve`: verdicts as they come, reloads.
"use strict";
(() => {
  const key = "word2vec-to-bert:place";
  const all = (selector) => [...document.querySelectorAll(selector)];
  // What the reader ticks off is for pages read from disk; here there are verdicts.
  document.documentElement.classList.add("served");
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
    element.append(...children);
    return element;
  };

  // Earlier verdicts are in the page already (VerdictSlots.swift).
  const ago = (time) => {
    const minutes = ((Date.now() / 1000 - time) / 60) | 0;
    if (minutes < 1) return "just now";
    if (minutes < 60) return minutes + " min ago";
    return minutes < 1440 ? ((minutes / 60) | 0) + " h ago" : ((minutes / 1440) | 0) + " d ago";
  };
  const fill = (box, { kind, sign, title, location, time, message }) => {
    box.replaceChildren();
    if (!kind) return;
    const line = make("p", { class: "outcome" },
      make("span", { class: "sign", "aria-hidden": true }, sign), make("strong", {}, title));
    if (location) line.append(make("code", {}, location));
    if (time) line.append(make("time", { "aria-hidden": true, "data-time": time }, ago(time)));
    box.append(line);
    if (message) box.append(make("p", { class: "message" }, message));
  };
  const mark = (link, { kind, sign, title }) => {
    const old = link.querySelector(".sign");
    if (old) old.remove();
    if (kind) link.append(make("span", { class: "sign", role: "img", "aria-label": title }, sign));
  };
  const count = make("p", { class: "count" });
  const show = ({ exercises }) => {
    const slots = all("[data-exercise]");
    for (const slot of slots) {
      const verdict = exercises.find(({ exercise }) => exercise === slot.dataset.exercise);
      if (!verdict || (slot.dataset.state || "") === verdict.state) continue;
      if (!slot.matches("a, .verdict")) continue;
      slot.dataset.state = verdict.state;
      slot.dataset.kind = verdict.kind || "";
      (slot.matches("a") ? mark : fill)(slot, verdict);
    }
    const chapter = slots.length ? slots[0].dataset.exercise.split(".")[0] + "." : "";
    const own = exercises.filter(({ exercise }) => exercise.startsWith(chapter));
    const passed = own.filter(({ kind }) => kind === "passed");
    const open = own.filter(({ kind }) => !kind || kind === "notAttempted");
    count.textContent = !own.length ? ""
      : passed.length + " of " + own.length + " passed" + (open.length ? ", " + open.length + " open" : "");
  };

  const faults = make("div", { class: "faults", role: "status" });
  document.body.append(make("aside", { class: "live", "aria-label": "Preview" }, faults, count));
  const complain = (diagnostics) => {
    faults.replaceChildren();
    if (!diagnostics.length) return;
    const close = make("button", {}, "Dismiss");
    close.onclick = () => faults.replaceChildren();
    const list = diagnostics.map(({ place, message }) => make("li", {}, make("code", {}, place), ": " + message));
    faults.append(
      make("p", {}, "The book cannot be built; this page is as it was."), make("ul", {}, ...list), close);
  };

  // The place kept is that of what is nearest to the top.
  const leave = () => {
    let id, gap = Infinity;
    for (const element of all("main [id]")) {
      const { top } = element.getBoundingClientRect();
      if (element.getClientRects().length && Math.abs(top) < Math.abs(gap)) [id, gap] = [element.id, top];
    }
    const place = [location.pathname, id, gap, all("details").map((fold) => fold.open)];
    try { sessionStorage.setItem(key, JSON.stringify(place)); } catch {}
    location.reload();
  };
  const comeBack = () => {
    const [path, id, gap, open] = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    if (path !== location.pathname) return;
    const folds = all("details");
    if (folds.length === open.length) folds.forEach((fold, index) => (fold.open = open[index]));
    const go = () => {
      const element = document.getElementById(id);
      if (element) scrollBy({ top: element.getBoundingClientRect().top - gap, behavior: "instant" });
    };
    go();
    addEventListener("load", go);
  };
  try { comeBack(); } catch {}

  // A browser has six connections: only pages in sight listen.
  const [navigation] = performance.getEntriesByType("navigation");
  let tag = ((navigation || {}).serverTiming || []).map(({ description }) => description)[0];
  let source;
  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource("/course/events?" + location.pathname);
    const on = (name, act) => source.addEventListener(name, ({ data }) => act(data));
    on("page", (now) => {
      if (tag && tag !== now) leave();
      tag = now;
    });
    on("diagnostics", (data) => complain(JSON.parse(data)));
    on("progress", (data) => show(JSON.parse(data)));
    source.onerror = () => {
      if (source.readyState > 1) setTimeout(listen, 3000, stop());
    };
  };
  const stop = () => {
    if (source) source.close();
    source = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  setInterval(() => all("time[data-time]").forEach((time) => (time.textContent = ago(time.dataset.time))), 30000);
  listen();
})();
