"use strict";
// Draws the network where the page has given each node its place. What the data says is drawn on a canvas
// or set as text, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("network-data").textContent);
  const holder = document.getElementById("map");
  const note = document.getElementById("chosen");
  const picture = document.getElementById("picture");
  const font = 'Arial, "Liberation Sans", Helvetica, sans-serif';
  const { tab, lineHeight, ...extent } = data.extent;
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const untouched = note.textContent;
  let pointed = null; // the node under the pointer
  let chosen = null; // the node chosen last
  let lit = null; // the nodes and lines to show in full; all of them where there is no choice

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  function path(ctx, x, y, width, height) {
    ctx.beginPath();
    if (ctx.roundRect) ctx.roundRect(x, y, width, height, 6);
    else ctx.rect(x, y, width, height);
  }

  function paint(ctx, { id, x, y, box, letter, colour: group }) {
    const left = x - box.width / 2;
    const top = y - box.height / 2;
    ctx.save();
    path(ctx, left, top, box.width, box.height);
    ctx.fillStyle = colour("paper"); // so that no line shows through
    ctx.fill();
    ctx.globalAlpha = lit && !lit.has(id) ? 0.3 : 1;
    ctx.fillStyle = colour(`g${group}-fill`);
    ctx.fill();
    ctx.save();
    ctx.clip();
    ctx.fillStyle = colour(`g${group}-line`);
    ctx.fillRect(left, top, tab, box.height);
    ctx.restore();
    ctx.lineWidth = id === pointed || id === chosen ? 4 : 1.6;
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

  const edgeColour = (edge) => ({ color: colour("edge"), highlight: colour("ink"), hover: colour("ink"), opacity: lit && !lit.has(edge.id) ? 0.12 : 0.85 });
  const edges = new vis.DataSet(data.edges.map((edge) => ({ ...edge, color: edgeColour(edge) })));
  holder.style.aspectRatio = `${extent.width} / ${extent.height}`;
  const network = new vis.Network(holder, { nodes: new vis.DataSet(data.nodes), edges }, data.options);
  holder.network = network;

  const canvas = holder.querySelector("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", holder.dataset.label);
  canvas.parentElement.removeAttribute("tabindex");

  const whole = () => Math.min(holder.clientWidth / extent.width, holder.clientHeight / extent.height);
  const fit = () => holder.clientWidth && network.moveTo({ position: { x: extent.x, y: extent.y }, scale: whole() });
  const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(whole() / 2, network.getScale() * factor)) });
  const repaint = () => edges.update(data.edges.map((edge) => ({ id: edge.id, color: edgeColour(edge) })));

  function describeNode(id) {
    const { said } = nodes.get(id);
    const ends = data.edges.filter((edge) => edge.from === id || edge.to === id);
    const others = ends.map((edge) => nodes.get(edge.from === id ? edge.to : edge.from));
    lit = new Set([id, ...ends.map((edge) => edge.id), ...others.map((other) => other.id)]);
    const named = others.map((other) => other.name).join("; ");
    note.textContent = named ? `${said} Joined to: ${named}.` : said;
  }

  function describeLine(id) {
    const { from, to, said } = data.edges.find((edge) => edge.id === id);
    lit = new Set([id, from, to]);
    note.textContent = said;
  }

  network.on("afterDrawing", (ctx) => data.nodes.forEach((node) => paint(ctx, node)));
  network.on("click", (event) => {
    chosen = event.nodes[0] ?? null;
    if (event.nodes.length) describeNode(event.nodes[0]);
    else if (event.edges.length) describeLine(event.edges[0]);
    else { lit = null; note.textContent = untouched; }
    repaint();
  });
  network.on("resize", fit);
  const point = (id) => { pointed = id; canvas.style.cursor = id ? "pointer" : ""; network.redraw(); };
  network.on("hoverNode", (event) => point(event.node));
  network.on("blurNode", () => point(null));

  // On a phone the tables come first, and the picture scrolls in its frame like any other content.
  const coarse = matchMedia("(max-width: 48rem), (pointer: coarse)");
  const suit = () => {
    network.setOptions({ interaction: { dragView: !coarse.matches } });
    canvas.style.setProperty("touch-action", coarse.matches ? "auto" : "none", "important");
  };
  if (matchMedia("(max-width: 48rem)").matches) picture.open = false;
  coarse.addEventListener("change", suit);
  picture.addEventListener("toggle", () => { if (picture.open) { network.setSize("100%", "100%"); network.redraw(); fit(); } });

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  addEventListener("beforeprint", () => { document.documentElement.classList.add("on-paper"); repaint(); network.redraw(); });
  addEventListener("afterprint", () => { document.documentElement.classList.remove("on-paper"); repaint(); });

  const acts = { in: () => zoom(1.3), out: () => zoom(1 / 1.3), fit };
  for (const button of document.querySelectorAll("[data-do]")) button.addEventListener("click", () => acts[button.dataset.do]());
  document.querySelector(".tools").hidden = false;
  suit();
  fit();
})();
