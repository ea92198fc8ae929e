// Does the page's figure give the numbers that the run has written? Run by InteractiveFigureTests:
//   node Tests/Chapter2/figures/window.cjs site/theme/assets/figures.js Chapters/02-cbow
// Prints what it compared; exits with 1 where a number differs by more than the data's rounding.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [helper, chapter] = process.argv.slice(2);
const page = { document: { querySelectorAll: () => [] } };
page.window = page;
vm.createContext(page);
for (const file of [helper, path.join(chapter, "figures/window.data.js"), path.join(chapter, "figures/window.js")]) {
  vm.runInContext(fs.readFileSync(file, "utf8"), page, file);
}
const { unpack, mean, wide } = page.book.figures.window;
const data = page.book.data.window;
const expected = JSON.parse(fs.readFileSync(path.join(chapter, "results.json"), "utf8")).window;

const faults = [];
const claim = (isTrue, text) => { if (!isTrue) faults.push(text); };
const { vectors, sentences } = unpack(data);

// WindowTable.checksum, of what was read: nothing was lost or exchanged on the way.
const numbers = new Map(data.words.split(" ").map((word, place) => [word, place + 1]));
const thousandths = (number) => Math.round(number * 1000);
let [predictions, sum] = [0, 0];
for (const [, gaps] of sentences) for (const gap of gaps) for (const { top, rest, sum: logSum, covered, rank } of gap.values()) {
  predictions += 1;
  sum += predictions * (top.reduce((all, { word, score }, place) => all + (place + 1) * (numbers.get(word) + thousandths(score)), 0)
    + logSum + 2 * thousandths(covered.score) + 3 * rank + 5 * thousandths(-Math.log(rest)));
}
claim(predictions === expected.predictions, `${predictions} predictions, not ${expected.predictions}`);
claim(sum === expected.checksum, `the table's checksum is ${sum}, not ${expected.checksum}`);

// Predictions of the model itself, from the chapter's plain functions.
const bits = (places) => places.reduce((all, place) => all | (1 << place), 0);
let [probabilities, windows, worst] = [0, 0, 0];
const checks = Object.values(expected.check);
for (const check of checks) {
  const [words, gaps] = sentences[check.sentence];
  const name = `“${words.join(" ")}”, gap ${check.gap}, context ${check.context}`;
  const found = gaps[check.gap].get(bits(check.context));
  if (!found) { claim(false, `${name}: no prediction`); continue; }
  if (bits(check.context) === wide(words, check.gap, data.halfWidth)) windows += 1;
  claim(String(found.top.map(({ word }) => word)) === String(check.top), `${name}: ${found.top.map(({ word }) => word)}, not ${check.top}`);
  claim(found.rank === check.rank, `${name}: rank ${found.rank}, not ${check.rank}`);
  claim(found.covered.word === words[check.gap], `${name}: covered is ${found.covered.word}`);
  claim(Math.abs(found.loss - check.loss) <= 0.0011, `${name}: loss ${found.loss}, not ${check.loss}`);
  claim(Math.abs(found.rest - check.rest) <= 0.0006 * check.rest, `${name}: the rest has ${found.rest}, not ${check.rest}`);
  check.probabilities.forEach((value, place) => {
    const difference = Math.abs(found.top[place].probability / value - 1);
    worst = Math.max(worst, difference);
    probabilities += 1;
    claim(difference <= 0.0011, `${name}: P(${check.top[place]}) is ${found.top[place].probability}, not ${value}`);
  });
}
claim(probabilities >= 8 * 40 && windows >= 20, `only ${probabilities} probabilities of ${windows} windows were compared`);

// The mean that is drawn is made of numbers in hundredths.
const [words] = sentences[checks[0].sentence];
const drawn = mean(checks[0].context.map((place) => vectors.get(words[place])));
claim(drawn.length === data.n && expected.mean.length === data.n, `the mean has ${drawn.length} numbers, not ${data.n}`);
const off = Math.max(...expected.mean.map((number, place) => Math.abs(number - drawn[place])));
claim(off <= 0.00501, `the mean that is drawn is off by ${off}`);

console.log(`${predictions} predictions; ${probabilities} probabilities in ${checks.length} contexts, `
  + `greatest relative difference ${worst.toExponential(1)}; mean off by at most ${off.toFixed(4)}`);
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
