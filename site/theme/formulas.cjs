// Sets formulas with KaTeX: node formulas.cjs in.json out.json
// in:  {katex: path of katex.js, formulas: [{tex, display}]}
// out: [{html} | {fault}], in the same order
const { readFileSync, writeFileSync } = require("fs");
const { join } = require("path");
const [input, output] = process.argv.slice(2);
const { katex: path, formulas } = JSON.parse(readFileSync(input, "utf8"));
const katex = require(path);

// One colour per quantity through the whole book: \quantity{query}{q}; style.css has the colours.
const styles = readFileSync(join(__dirname, "assets/style.css"), "utf8");
const quantities = [...styles.matchAll(/--quantity-([a-z]+):/g)].map((match) => match[1]);

const options = (display) => ({
  displayMode: display,
  output: "htmlAndMathml",
  throwOnError: true,
  trust: ({ command, class: name }) => {
    if (command !== "\\htmlClass") return false;
    const quantity = name.replace(/^quantity-/, "");
    if (quantities.includes(quantity)) return true;
    throw new Error(`no quantity is called “${quantity}”; there are ${quantities.join(", ")}`);
  },
  strict: (code, message) => {
    if (code === "htmlExtension") return "ignore";
    throw new Error(message);
  },
  macros: { "\\quantity": "\\htmlClass{quantity-#1}{#2}" },
});

// The TeX that KaTeX repeats inside its MathML is for copying only; it is a third of the MathML.
const lean = (html) =>
  html.replace(/<annotation[^>]*>[^<]*<\/annotation>/g, "").replace(/<\/?semantics>/g, "");

writeFileSync(
  output,
  JSON.stringify(
    formulas.map(({ tex, display }) => {
      try {
        return { html: lean(katex.renderToString(tex, options(display))) };
      } catch (error) {
        return { fault: `the formula “${tex}”: ${error.message.replace(/^KaTeX parse error: /, "")}` };
      }
    })
  )
);
