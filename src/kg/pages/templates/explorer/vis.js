"use strict";
// The whole map on a canvas, by the vis-network that pyvis brings; positions are the page's own. The same
// addresses choose the same things as with the other renderer.
(() => {
  const holder = kg.byId("canvas");
  const data = kg.data.picture;
  const font = 'Arial, "Liberation Sans", Helvetica, sans-serif';
  const { tab, lineHeight, nameSize, ...extent } = data.extent;
  const drawn = new Map(data.nodes.map((node) => [node.id, node]));
  let pointed = null; // the node under the pointer
  let lit = null; // the nodes and lines to show in full; all of them where nothing is chosen
  let gone = new Set(); // the nodes that the filters leave nothing of
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  function paint(ctx, { id, x, y, box, letter, colour: group }, far) {
    const left = x - box.width / 2;
    const top = y - box.height / 2;
    ctx.save();
    ctx.beginPath();
    ctx.roundRect(left, top, box.width, box.height, 6);
    ctx.fillStyle = colour("paper"); // so that no line shows through
    ctx.fill();
    ctx.globalAlpha = far || gone.has(id) || (lit && !lit.has(id)) ? 0.3 : 1;
    ctx.fillStyle = colour(`g${group}-fill`);
    ctx.fill();
    ctx.save();
    ctx.clip();
    ctx.fillStyle = colour(`g${group}-line`);
    ctx.fillRect(left, top, tab, box.height);
    ctx.restore();
    ctx.lineWidth = id === pointed || id === kg.state.node ? 4 : 1.6;
    ctx.strokeStyle = colour(`g${group}-line`);
    ctx.stroke();
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.font = `bold 12px ${font}`;
    ctx.fillStyle = colour("paper");
    ctx.fillText(letter, left + tab / 2, y + 0.5, tab - 2);
    ctx.font = `${box.size}px ${font}`;
    ctx.fillStyle = colour("ink");
    box.lines.forEach((line, number) => {
      const down = y + (number - (box.lines.length - 1) / 2) * box.size * lineHeight + 0.5;
      ctx.fillText(line, x + tab / 2, down, box.width - tab - 8); // squeezed, should another font be wider
    });
    ctx.restore();
  }

  const edges = new vis.DataSet(data.edges.map((edge) => ({ ...edge, hidden: true })));
  holder.style.aspectRatio = `${extent.width} / ${extent.height}`;
  const network = new vis.Network(holder, { nodes: new vis.DataSet(data.nodes), edges }, data.options);
  holder.network = network;
  const canvas = holder.querySelector("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", holder.dataset.label);
  canvas.parentElement.removeAttribute("tabindex");

  const whole = () => Math.min(1.1, holder.clientWidth / extent.width, holder.clientHeight / extent.height);
  const place = (state) => {
    if (!holder.clientWidth) return;
    const [x, y, z] = state.at ?? [0, 0, 1];
    network.moveTo({ position: { x: extent.x + x, y: extent.y + y }, scale: whole() * z });
    const own = state.link ? state.link.split("~") : state.node ? [state.node] : [];
    if (!own.length) return;
    const room = holder.getBoundingClientRect();
    const boxes = (ids) => ids.filter((id) => drawn.has(id)).map((id) => {
      const { box } = drawn.get(id);
      const at = network.canvasToDOM(network.getPosition(id));
      const half = { x: box.width * whole() * z / 2, y: box.height * whole() * z / 2 };
      return { left: room.left + at.x - half.x, right: room.left + at.x + half.x, top: room.top + at.y - half.y, bottom: room.top + at.y + half.y };
    });
    const out = kg.outFrom(room, boxes(own), boxes([...(lit ?? [])]));
    if (out.x || out.y) network.moveTo({ position: { x: extent.x + x + out.x / whole() / z, y: extent.y + y + out.y / whole() / z } });
  };
  const keep = () => {
    const at = network.getViewPosition();
    const z = network.getScale() / whole();
    const now = [at.x - extent.x, at.y - extent.y, z];
    kg.go({ at: Math.abs(z - 1) < 0.01 && Math.abs(now[0]) < 1 && Math.abs(now[1]) < 1 ? null : now }, true);
  };
  kg.zoom = (factor) => { network.moveTo({ scale: kg.zoomed(network.getScale() / whole() * factor, whole()) * whole() }); keep(); };
  kg.fit = () => { place({ at: null }); keep(); };

  kg.drawMap = (state, found) => {
    const mode = kg.linesOf(state);
    const those = kg.lines.filter((line) => line.id === state.link || (kg.weight(line, found) && (mode === "all" || (mode === "same" ? kg.same(line, found) : line.strongest))));
    const shown = new Set(those.map((line) => line.id));
    const chosen = state.link ? kg.index.line.get(state.link) : null;
    const middle = state.node ? kg.index.number.get(state.node) : null;
    const ids = (line) => [line.id, kg.data.nodes[line.a].id, kg.data.nodes[line.b].id];
    lit = chosen ? new Set(ids(chosen)) : middle === null ? null : new Set([state.node, ...those.filter((line) => line.a === middle || line.b === middle).flatMap(ids)]);
    gone = new Set(kg.data.nodes.filter((_, at) => !found.size[at]).map((node) => node.id));
    const [plain, ink] = [colour("edge"), colour("ink")];
    edges.update(data.edges.map(({ id }) => ({ id, hidden: !shown.has(id), color: { color: id === state.link ? ink : plain, highlight: ink, hover: ink, opacity: lit && !lit.has(id) ? 0.12 : 0.85 } })));
    network.setSize("100%", "100%");
    network.redraw();
    place(state);
    return those.length;
  };

  function paintName(ctx, { text, x, y }) {
    ctx.font = `bold ${nameSize}px ${font}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "alphabetic";
    ctx.lineJoin = "round";
    ctx.lineWidth = 8;
    ctx.strokeStyle = colour("paper");
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour("ink");
    ctx.fillText(text, x, y);
  }

  network.on("afterDrawing", (ctx) => {
    if (!kg.state) return;
    const far = network.getScale() < kg.FAR;
    for (const node of drawn.values()) paint(ctx, node, far);
    holder.dataset.far = far ? "true" : "false";
    if (far) for (const name of data.names) paintName(ctx, name);
  });
  network.on("click", (event) => {
    if (event.nodes.length) kg.go({ node: event.nodes[0], link: null });
    else if (event.edges.length) kg.go({ link: event.edges[0] });
    else kg.go({ node: null, link: null });
  });
  network.on("dragEnd", keep);
  network.on("resize", () => place(kg.state));
  const point = (id) => { pointed = id; canvas.style.cursor = id ? "pointer" : ""; network.redraw(); };
  network.on("hoverNode", (event) => point(event.node));
  network.on("blurNode", () => point(null));

  const coarse = matchMedia("(max-width: 48rem), (pointer: coarse)");
  const suit = () => {
    network.setOptions({ interaction: { dragView: !coarse.matches } });
    canvas.style.setProperty("touch-action", coarse.matches ? "auto" : "none", "important");
  };
  coarse.addEventListener("change", suit);
  const repaint = () => { if (kg.state) kg.drawMap(kg.state, kg.filtered(kg.state)); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  addEventListener("beforeprint", () => { document.documentElement.classList.add("on-paper"); repaint(); });
  addEventListener("afterprint", () => { document.documentElement.classList.remove("on-paper"); repaint(); });
  suit();
})();
