// Does the map's figure name the neighbours that the run has found? Run by InteractiveFigureTests:
//   node Tests/Chapter2/figures/map.cjs site/theme/assets/figures.js Chapters/02-cbow
// Prints what it compared; exits with 1 where a word or a cosine differs.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [helper, chapter] = process.argv.slice(2);
const page = { document: { querySelectorAll: () => [] } };
page.window = page;
vm.createContext(page);
for (const file of [helper, path.join(chapter, "figures/map.data.js"), path.join(chapter, "figures/map.js")]) {
  vm.runInContext(fs.readFileSync(file, "utf8"), page, file);
}
const data = page.book.data.map;
const results = JSON.parse(fs.readFileSync(path.join(chapter, "results.json"), "utf8"));

const faults = [];
const claim = (isTrue, text) => { if (!isTrue) faults.push(text); };
claim(typeof page.book.figures.map === "function", "the figure has no behaviour");
claim(String(data.map(({ word }) => word)) === String(results.map.names), "the data have other words than the map, or in another order");

// What the chapter's table says of a word, the figure says, too; and nobody is nearest to itself.
let compared = 0;
for (const { word, near, cosines } of data) {
  claim(near.length === 5 && cosines.length === 5 && !near.includes(word), `${word} has the neighbours ${near}`);
  claim(cosines.every((cosine, rank) => cosine <= 1 && (!rank || cosine <= cosines[rank - 1])), `${word} has the cosines ${cosines}`);
  const told = results.neighbours[word];
  if (!told) continue;
  compared += 1;
  claim(String(near) === String(told.words), `${word} has the neighbours ${near}, not ${told.words}`);
  told.cosines.forEach((cosine, rank) =>
    claim(Math.abs(cosine - cosines[rank]) <= 0.0051, `${word} and ${near[rank]} have ${cosines[rank]}, not ${cosine}`));
}
claim(compared >= 3, `only ${compared} words were compared`);

// The drawing has a group for each word, in the order of the data: the script counts on it.
for (const name of ["map.svg", "map.narrow.svg"]) {
  const drawing = fs.readFileSync(path.join(chapter, "figures", name), "utf8");
  const drawn = [...drawing.matchAll(/<g>(?:(?!<\/g>)[\s\S])*>([^<]+)<\/text>/g)].map((match) => match[1]);
  claim(String(drawn) === String(results.map.names), `${name} has other words than the data, or in another order`);
}

console.log(`${data.length} words of the map; neighbours of ${compared} compared with the chapter's table`);
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
