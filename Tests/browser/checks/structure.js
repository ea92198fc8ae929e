(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    language: document.documentElement.lang,
    title: document.title,
    description: document.querySelector("meta[name=description]")?.content || "",
    headings: all("h1, h2, h3, h4, h5, h6").map((heading) => [+heading.localName[1], tests.name(heading)]),
    ids: all("[id]").map((element) => element.id),
    links: all("a[href], link[rel=prev], link[rel=next], [popovertarget], label[for]").map((link) =>
      [link.href || "#" + (link.getAttribute("popovertarget") || link.htmlFor), tests.name(link)]),
    drawings: all("figure.drawing svg").map((svg) => [
      tests.name(svg.closest("figure")), svg.querySelector(":scope > title")?.textContent || "",
      svg.querySelector(":scope > desc")?.textContent || ""]),
    nodes: all("*").length,
  };
})()
