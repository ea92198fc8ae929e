// A button on every block of code copies it. Without scripts, nothing is missing but the button.
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  document.querySelectorAll("pre").forEach(function (block) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(block.querySelector("code").textContent).then(function () {
        button.textContent = "Copied";
        setTimeout(function () { button.textContent = "Copy"; }, 1500);
      });
    });
    var box = document.createElement("div");
    box.className = "code-box";
    block.parentNode.insertBefore(box, block);
    box.append(block, button);
  });
})();
