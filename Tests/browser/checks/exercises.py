"""Working on an exercise: hints in their order, copy buttons, ticks."""

from claims import claim


@claim("hints", "each hint is shown after the one before it, with scripts and without", 3)
def hints(bench, found):
    for page in bench.site.with_exercises:
        for scripts in (True, False):
            tab = bench.open(page, scripts=scripts)
            for exercise, faults, count in tab.evaluate(
                """[...document.querySelectorAll("section.exercise")].map((section) => {
              const hints = [...section.querySelectorAll("details.hint")], faults = [];
              hints.forEach((hint, index) => {
                if (hint.open) faults.push(`hint ${index + 1} is open from the start`);
                if (!tests.isVisible(hint)) faults.push(`hint ${index + 1} is not to be seen after the one before it`);
                if (hints[index + 1] && tests.isVisible(hints[index + 1])) faults.push(`hint ${index + 2} is shown before hint ${index + 1} is read`);
                hint.querySelector("summary").click();
              });
              if (!hints.length) faults.push("has no hint");
              if (section.querySelector("details.solution")?.open !== false) faults.push("its solution is missing or open");
              return [section.dataset.exercise || section.querySelector("h3")?.textContent || "?", faults, hints.length];
            })"""
            ):
                found.looked(count)
                for fault in faults:
                    found.fault(page, f"exercise {exercise}", fault)
    return f"{found.examined // 2} hints"


@claim("copy", "copy buttons copy the code and nothing but the code", 3)
def copy(bench, found):
    for page in bench.site.pages:
        tab = bench.open(page)
        for name, copied, code, said in tab.evaluate("""async () => {
          const found = [];
          let copied = null;
          navigator.clipboard.writeText = (text) => { copied = text; return Promise.resolve(); };
          for (const block of document.querySelectorAll("main .listing, main pre:not(.listing pre)")) {
            const button = (block.matches(".listing") ? block : block.parentElement).querySelector("button.copy");
            copied = null;
            if (button) button.click();
            await Promise.resolve();
            // Of a listing: its code without the documentation, declarations apart where they are apart.
            const code = block.matches("pre") ? block.textContent : [...block.querySelectorAll("pre")].map((part, index) =>
              (index && part.previousElementSibling.matches(".apart") ? "\\n" : "") + part.textContent.trimEnd()).join("\\n");
            found.push([tests.name(block), copied, code.trimEnd(), button && button.textContent]);
          }
          return found;
        }"""):
            if not found.expect(copied is not None, page, name, "has no copy button that works"):
                continue
            # Of a terminal session: the commands, without prompt and remarks.
            commands = [
                line[2:].split("  #")[0].rstrip()
                for line in code.splitlines()
                if line.startswith("$ ")
            ]
            wanted = "\n".join(commands) if commands else code
            found.expect(
                copied == wanted, page, name, f"copies “{copied[:60]}”, not “{wanted[:60]}”"
            )
            found.expect(said == "Copied", page, name, f"says “{said}” after it has copied")
    return f"{found.examined // 3} blocks"


@claim("ticks", "a reader's tick lasts over reload and is shown in the contents", 3)
def ticks(bench, found):
    for page in bench.site.with_exercises:
        tab = bench.open(page)
        box = tab.locator(".tick input").first
        exercise = box.evaluate("box => box.closest('section').dataset.exercise")
        found.expect(
            box.is_visible() and not box.is_checked(),
            page,
            ".tick input",
            "is not there, or ticked for a new reader",
        )
        name = box.evaluate(
            "box => box.labels[0]?.textContent.trim() || box.getAttribute('aria-label')"
        )
        found.expect(name, page, ".tick input", "has no label")
        box.check()
        chip = tab.locator(f"#contents a[data-exercise='{exercise}']").first
        for when in ("at once", "after a reload"):
            found.expect(
                tab.locator(".tick input").first.is_checked(),
                page,
                ".tick input",
                f"is not ticked {when}",
            )
            found.expect(
                chip.evaluate("chip => chip.classList.contains('done')"),
                page,
                "#contents",
                f"does not show {exercise} as done {when}",
            )
            found.expect(
                tab.locator(".tick input:checked").count() == 1,
                page,
                ".tick input",
                f"others are ticked {when}",
            )
            tab.reload()
        tab.locator(".tick input").first.uncheck()
        tab.reload()
        found.expect(
            tab.locator(".tick input:checked").count() == 0,
            page,
            ".tick input",
            "cannot be taken back",
        )
    return f"{len(bench.site.with_exercises)} pages with exercises"
