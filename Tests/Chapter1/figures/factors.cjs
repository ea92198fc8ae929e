// Does the page's figure give the numbers that the run has written? Run by InteractiveFigureTests:
//   node Tests/Chapter1/figures/factors.cjs site/theme/assets/figures.js Chapters/01-language-models
// Prints what it compared; exits with 1 where a factor differs by more than results.json rounds.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [helper, chapter] = process.argv.slice(2);
const page = { document: { querySelectorAll: () => [] } };
page.window = page;
vm.createContext(page);
for (const file of [helper, path.join(chapter, "figures/factors.data.js"), path.join(chapter, "figures/factors.js")]) {
  vm.runInContext(fs.readFileSync(file, "utf8"), page, file);
}
const { unpack, score } = page.book.figures.factors;
const data = page.book.data.factors;
const expected = JSON.parse(fs.readFileSync(path.join(chapter, "results.json"), "utf8")).sentenceTable;

const faults = [];
const claim = (isTrue, text) => { if (!isTrue) faults.push(text); };
const table = unpack(data);
const pairs = table.pairs.flatMap((found) => [...found.values()]);
claim(table.tokens.length - 2 === expected.words, `${table.tokens.length - 2} words, not ${expected.words}`);
claim(pairs.length === expected.pairs, `${pairs.length} pairs, not ${expected.pairs}`);
const triples = pairs.reduce((sum, pair) => sum + pair.next.size, 0);
claim(triples === expected.triples, `${triples} triples, not ${expected.triples}`);

// SentenceTable.checksums, of what was read: nothing was lost or exchanged on the way.
const kinds = ([, , , one, two, more]) => 5 * one + 7 * two + 11 * more;
const sums = [0, 0, 0];
table.words.forEach((word, place) => (sums[0] += (place + 1) * (word[0] + 2 * word[1] + 3 * word[2] + kinds(word))));
table.pairs.forEach((found, first) => found.forEach((pair, second) => {
  const weight = (first + 1) * (second + 1);
  sums[1] += weight * (pair[0] + 2 * pair[1] + (second === 1 ? 0 : kinds(pair)));
  pair.next.forEach((count, third) => (sums[2] += weight * (third + 1) * count));
}));
claim(String(sums) === String(expected.checksums), `the table's checksums are ${sums}, not ${expected.checksums}`);

const models = ["unigram", "bigram", "trigram", "kneserNey"];
let [factors, zeros, worst] = [0, 0, 0];
for (const sentence of Object.values(expected.check)) {
  const rows = score(table, sentence.text.split(" "));
  models.forEach((model, index) => {
    claim(rows.length === sentence[model].length, `“${sentence.text}” has ${rows.length} factors`);
    sentence[model].forEach((value, place) => {
      const found = rows[place].factors[index];
      const difference = value ? Math.abs(found / value - 1) : found;
      factors += 1;
      if (!value) zeros += 1;
      worst = Math.max(worst, difference);
      claim(difference <= 1e-5, `“${sentence.text}”, ${model}, factor ${place + 1}: ${found}, not ${value}`);
    });
  });
}
claim(factors > 400 && zeros > 50, `only ${factors} factors and ${zeros} zeros were compared`);
console.log(`${Object.keys(expected.check).length} sentences, ${factors} factors, ${zeros} of them 0; `
  + `greatest relative difference ${worst.toExponential(1)}`);
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
