"use strict";
// The whole picture, drawn by the page's builder as SVG: here it is filtered, lit, moved and zoomed.
(() => {
  const { svg } = kg;
  const picture = kg.byId("picture");
  if (!picture) return; // another renderer draws it
  const nodes = new Map([...picture.querySelectorAll(".node")].map((each) => [each.dataset.id, each]));
  const lines = kg.byId("picture-lines");
  const scene = kg.byId("scene");
  const whole = picture.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const drawn = new Map([...lines.children].map((each) => [each.dataset.id, each]));
  const places = kg.data.nodes.map((node) => { const [x, y] = nodes.get(node.id).dataset.at.split(" ").map(Number); return { x, y }; });
  let mode = null;
  let view = { x: 0, y: 0, z: 1 }; // moved by x and y in the picture's units, then z times as large

  function drawLine(line) {
    if (drawn.has(line.id)) return drawn.get(line.id);
    const [from, to] = [places[line.a], places[line.b]];
    const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    const said = `Why are ${kg.data.nodes[line.a].label} and ${kg.data.nodes[line.b].label} linked?`;
    const made = svg("a", { href: kg.to({ link: line.id }), class: `line${line.same || kg.data.kind === "reviews" ? "" : " dashed"}`, "aria-label": said, tabindex: "-1", "data-id": line.id },
      svg("line", { class: "reach", ...ends }), svg("line", { ...ends, "stroke-width": Math.round(10 * (1 + line.shared * kg.data.thin)) / 10 }));
    drawn.set(line.id, made);
    return made;
  }

  const shown = (state, found) => kg.lines.filter((line) => {
    if (line.id === state.link) return true;
    if (!found.size[line.a] || !found.size[line.b]) return false;
    if (mode === "same") return kg.same(line, found);
    return (mode === "all" || line.strongest) && kg.weight(line, found);
  });

  kg.drawMap = (state, found) => {
    mode = kg.linesOf(state);
    const those = found.all && mode !== "same" ? kg.lines.filter((line) => mode === "all" || line.strongest || line.id === state.link) : shown(state, found);
    lines.replaceChildren(...those.map(drawLine));
    const chosen = state.link ? kg.index.line.get(state.link) : null;
    const middle = state.node ? kg.index.number.get(state.node) : null;
    const lit = chosen ? new Set([chosen.a, chosen.b]) : middle === null ? null : new Set([middle, ...those.flatMap((line) => line.a === middle ? [line.b] : line.b === middle ? [line.a] : [])]);
    for (const line of those) {
      const each = drawn.get(line.id);
      const on = chosen ? line === chosen : middle === null || line.a === middle || line.b === middle;
      each.classList.toggle("faint", !on);
      each.classList.toggle("on", line === chosen);
    }
    kg.data.nodes.forEach((node, at) => {
      const each = nodes.get(node.id);
      each.classList.toggle("faint", (lit !== null && !lit.has(at)) || !found.size[at]);
      each.classList.toggle("on", node.id === state.node || Boolean(chosen && lit.has(at)));
      each.setAttribute("aria-label", `${node.label}: ${found.size[at] ? kg.of(at, found) : "nothing is left by these filters."}`);
      if (node.id === state.node) each.setAttribute("aria-current", "true"); else each.removeAttribute("aria-current");
      each.setAttribute("href", kg.to({ node: node.id, link: null }));
    });
    const [x, y, z] = state.at ?? [0, 0, 1];
    view = { x, y, z };
    move();
    reveal(chosen ? [chosen.a, chosen.b] : middle === null ? [] : [middle], lit ?? []);
    return those.length;
  };

  const fitted = () => (picture.clientWidth || full.width) / full.width; // CSS pixels to a unit where all is shown
  function move() {
    const middle = { x: full.x + full.width / 2, y: full.y + full.height / 2 };
    scene.setAttribute("transform", `translate(${middle.x} ${middle.y}) scale(${view.z}) translate(${-middle.x - view.x} ${-middle.y - view.y})`);
    picture.classList.toggle("far", view.z * fitted() < kg.FAR);
  }
  // What is chosen is brought out from under the panel and from outside, and its neighbours as far as they go.
  function reveal(own, near = own) {
    if (!own.length || !picture.clientWidth) return;
    const [those, all] = [own, near].map((each) => [...each].map((at) => nodes.get(kg.data.nodes[at].id).firstElementChild.getBoundingClientRect()));
    const { x, y } = kg.outFrom(picture.getBoundingClientRect(), those, all);
    if (!x && !y) return;
    view = { ...view, x: view.x + x * unit(), y: view.y + y * unit() };
    move();
  }
  const keep = () => kg.go({ at: view.z === 1 && !view.x && !view.y ? null : [view.x, view.y, view.z] }, true);
  kg.zoom = (factor) => { view.z = kg.zoomed(view.z * factor, fitted()); move(); keep(); };
  kg.fit = () => { view = { x: 0, y: 0, z: 1 }; move(); keep(); };

  // Dragging moves the picture; a press that does not move is a choice.
  let held = null;
  const unit = () => 1 / fitted() / view.z;
  picture.addEventListener("pointerdown", (event) => { if (event.button === 0 && event.pointerType !== "touch") held = { x: event.clientX, y: event.clientY, from: { ...view }, moved: false }; });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.moved && Math.hypot(x, y) < 5) return;
    held.moved = true;
    picture.classList.add("held");
    view = { ...held.from, x: held.from.x - x * unit(), y: held.from.y - y * unit() };
    move();
  });
  addEventListener("pointerup", () => { if (held?.moved) keep(); picture.classList.remove("held"); setTimeout(() => { held = null; }); });
  picture.addEventListener("click", (event) => { if (held?.moved) { event.preventDefault(); event.stopPropagation(); } }, true);
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener("wheel", (event) => { if (event.ctrlKey || event.metaKey) { event.preventDefault(); kg.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15); } }, { passive: false });

  // Arrow keys go to the nearest box that way; the picture follows what has the focus.
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  picture.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") return kg.zoom(1.3);
    if (event.key === "-") return kg.zoom(1 / 1.3);
    if (event.key === "0") return kg.fit();
    const step = STEPS[event.key];
    const from = event.target.closest?.(".node");
    if (!step || !from) return undefined;
    event.preventDefault();
    const here = places[kg.index.number.get(from.dataset.id)];
    let best = null, least = Infinity;
    kg.data.nodes.forEach((node, at) => {
      const [x, y] = [places[at].x - here.x, places[at].y - here.y];
      const along = x * step[0] + y * step[1];
      const cost = along + 2 * Math.abs(x * step[1] + y * step[0]);
      if (along > 1 && cost < least) { least = cost; best = node.id; }
    });
    if (best) nodes.get(best).focus();
    return undefined;
  });
  picture.addEventListener("focusin", (event) => {
    const at = kg.index.number.get(event.target.closest?.(".node")?.dataset.id);
    if (at !== undefined && !held) reveal([at]);
  });
  addEventListener("resize", move);
})();
