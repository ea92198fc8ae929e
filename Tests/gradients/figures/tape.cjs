// Does the page's figure find the gradients that the library has found? Run by InteractiveFigureTests:
//   node Tests/gradients/figures/tape.cjs site/theme/assets/figures.js Chapters/gradients
// Prints what it compared; exits with 1 where a number differs.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [helper, pages] = process.argv.slice(2);
const page = { document: { querySelectorAll: () => [] } };
page.window = page;
vm.createContext(page);
for (const file of [helper, path.join(pages, "figures/tape.data.js"), path.join(pages, "figures/tape.js")]) {
  vm.runInContext(fs.readFileSync(file, "utf8"), page, file);
}
const { unpack, sweep, moment, tell } = page.book.figures.tape;
const { example } = JSON.parse(fs.readFileSync(path.join(pages, "results.json"), "utf8"));
const tape = unpack(page.book.data.tape);

const faults = [];
const claim = (isTrue, text) => { if (!isTrue) faults.push(text); };
const names = ["w", "x", "y", "p", "d", "loss"];
claim(tape.lines.length === names.length, `${tape.lines.length} lines, not ${names.length}`);
const { gradients } = sweep(tape);
const number = (text) => Number(text.replace("−", "-"));
names.forEach((name, line) => {
  const { value, gradient } = tape.lines[line];
  claim(number(value) === example[name], `${name} is ${value}, not ${example[name]}`);
  claim(number(gradient) === example.gradient[name], `the gradient of ${name} is shown as ${gradient}`);
  claim(gradients[line] === example.gradient[name],
    `the sweep finds ${gradients[line]} for ${name}, the library ${example.gradient[name]}`);
});

// Forwards every line comes once, from the first; backwards once, from the last; and back again.
const order = Array.from({ length: 13 }, (_, step) => moment(6, step).line);
claim(String(order) === "-1,0,1,2,3,4,5,5,4,3,2,1,0", `the lines come in the order ${order}`);
claim(moment(6, 6).passed === 6 && moment(6, 12).passed === 0, "gradients are shown too early or too late");
claim(tell(tape, 8).includes("1 · 2 + 1 · 2 = 4"), `of d it says: ${tell(tape, 8)}`);
claim(tell(tape, 10).includes("4 · (−1) = −4"), `of y it says: ${tell(tape, 10)}`);
console.log(`${names.length} values and gradients, ${order.length} moments`);
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
