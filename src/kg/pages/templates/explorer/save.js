"use strict";
// The picture that is shown, taken away as SVG or PNG, and its lines as CSV.
(() => {
  const SHOWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "text-anchor"];
  const current = () => kg.state.view === "one" ? kg.byId("ego") : kg.byId("picture");

  // A copy with every style written out, a white ground, and what may be said of it.
  function copy() {
    const from = current();
    const made = from.cloneNode(true);
    const [ours, theirs] = [from.querySelectorAll("*"), made.querySelectorAll("*")];
    ours.forEach((each, at) => {
      const style = getComputedStyle(each);
      for (const name of SHOWN) theirs[at].setAttribute(name, style.getPropertyValue(name));
      for (const name of ["class", "href", "aria-label", "data-id", "data-at", "tabindex"]) theirs[at].removeAttribute(name);
      if (style.display === "none") theirs[at].setAttribute("display", "none");
    });
    const box = from.viewBox.baseVal;
    const size = { width: Math.round(box.width), height: Math.round(box.height) + 34 };
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: `${box.x} ${box.y} ${size.width} ${size.height}`, ...size })) made.setAttribute(name, value);
    made.removeAttribute("style");
    made.removeAttribute("class");
    made.prepend(kg.svg("rect", { x: box.x, y: box.y, ...size, fill: paper }));
    made.append(kg.svg("text", { x: box.x + 12, y: box.y + size.height - 12, "font-size": 13, "font-family": "Arial, sans-serif", fill: getComputedStyle(document.body).color }, kg.data.cite));
    return { text: new XMLSerializer().serializeToString(made), ...size };
  }

  function png() {
    const { text, width, height } = copy();
    const image = new Image();
    image.onload = () => {
      const canvas = kg.el("canvas", { width: 2 * width, height: 2 * height });
      const paint = canvas.getContext("2d");
      paint.scale(2, 2);
      paint.drawImage(image, 0, 0, width, height);
      canvas.toBlob((blob) => { kg.save(`${name()}.png`, "image/png", blob); kg.say("Saved as a picture (PNG)."); });
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  }

  const name = () => `${kg.data.kind}${kg.state.view === "one" && kg.state.node ? `-${kg.state.node}` : ""}`;
  function csv() {
    const label = (at) => kg.data.nodes[at].label;
    const found = kg.filtered(kg.state);
    const mode = kg.linesOf(kg.state);
    const middle = kg.state.view === "one" ? kg.index.number.get(kg.state.node) : null;
    const those = kg.lines.filter((line) => (middle === null || line.a === middle || line.b === middle) && kg.weight(line, found) && (mode === "all" || (mode === "same" ? kg.same(line, found) : line.strongest)));
    const head = ["from", "to", `shared ${kg.vias.noun[1]}`, "statements about both", "expected by chance", "chance", "note"];
    return kg.csv([head, ...those.map((line) => [label(line.a), label(line.b), kg.weight(line, found), kg.same(line, found), found.all ? line.expected : "", found.all ? kg.data.verdicts[line.verdict] : "", kg.data.cite])]);
  }

  kg.saves = {
    svg: () => { kg.save(`${name()}.svg`, "image/svg+xml", copy().text); kg.say("Saved as a picture (SVG)."); },
    png,
    csv: () => { kg.save(`${name()}-links.csv`, "text/csv;charset=utf-8", csv()); kg.say("Saved as a table (CSV)."); },
  };
})();
