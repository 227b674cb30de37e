"use strict";
// One node first: its neighbours in columns beside it, and in three columns what is said of it.
(() => {
  const { el, svg } = kg;
  const NEIGHBOURS = 12; // more would not be read; the Table has them all
  const SECOND = 10;
  const FONT = 14;
  const GAP = 14;

  const box = (at) => {
    const { lines, width } = kg.data.nodes[at].box;
    return { at, lines, width, height: lines.length * FONT * 1.25 + 12 };
  };

  function neighbours(at, state, found) {
    const mode = kg.linesOf(state);
    const alive = (line) => found.size[line.a] && found.size[line.b];
    const weight = (line) => kg.weight(line, found);
    return kg.index.joined[at].filter((line) => alive(line) && weight(line) && (mode === "all" || (mode === "same" ? kg.same(line, found) : line.strongest)))
      .sort((one, other) => kg.same(other, found) - kg.same(one, found) || weight(other) - weight(one) || one.rank - other.rank);
  }
  kg.same = (line, found) => found.all ? line.same : found.statements.filter((one) => one.nodes.includes(line.a) && one.nodes.includes(line.b)).length;
  kg.weight = (line, found) => {
    if (found.all) return line.shared;
    let count = 0;
    for (const via of found.vias[line.a]) if (found.vias[line.b].has(via)) count += 1;
    return count;
  };

  // Two columns on each side of the middle; no two boxes can meet.
  function columns(state, found, at) {
    const near = neighbours(at, state, found);
    const first = near.slice(0, NEIGHBOURS).map((line) => ({ line, ...box(line.a === at ? line.b : line.a) }));
    const seen = new Set([at, ...first.map((each) => each.at)]);
    const second = [];
    if (state.steps === 2) for (const each of first) for (const line of neighbours(each.at, state, found)) {
      const next = line.a === each.at ? line.b : line.a;
      if (seen.has(next) || second.length >= SECOND) continue;
      seen.add(next);
      second.push({ line, from: each.at, ...box(next) });
    }
    const side = (those, keep) => those.filter(keep);
    const even = (each, place) => place % 2 === 0;
    const left = side(first, even), right = side(first, (each, place) => !even(each, place));
    const isLeft = new Set(left.map((each) => each.at));
    return { more: near.length - first.length, left, right, farLeft: second.filter((each) => isLeft.has(each.from)), farRight: second.filter((each) => !isLeft.has(each.from)) };
  }

  function placed(those, x) {
    const height = those.reduce((sum, each) => sum + each.height + GAP, -GAP);
    let y = -height / 2;
    for (const each of those) { Object.assign(each, { x, y: y + each.height / 2 }); y += each.height + GAP; }
    return those;
  }

  const words = (each, x) => svg("text", { "text-anchor": "middle", "font-size": FONT }, ...each.lines.map((text, at) => svg("tspan", { x, y: each.y + (at - (each.lines.length - 1) / 2) * FONT * 1.25 + FONT * 0.35 }, text)));

  function drawBox(each, said) {
    const node = kg.data.nodes[each.at];
    const group = kg.data.groups[node.group];
    const left = each.x - each.width / 2, top = each.y - each.height / 2;
    return svg("a", { href: kg.to({ node: node.id, link: null }), class: `node g${group.colour}`, "aria-label": said, "data-id": node.id },
      svg("rect", { x: left, y: top, width: each.width, height: each.height, rx: 6 }),
      svg("rect", { class: "tab", x: left, y: top, width: 18, height: each.height, rx: 6 }),
      svg("text", { class: "letter", x: left + 9, y: each.y + 4.5, "text-anchor": "middle", "font-size": 12 }, group.letter),
      words(each, each.x + 9));
  }

  function drawLine(from, to, line, found) {
    const same = kg.same(line, found);
    const shared = kg.weight(line, found);
    const [start, end] = from.x < to.x ? [from, to] : [to, from];
    const [x1, x2] = [start.x + start.width / 2, end.x - end.width / 2];
    const middle = { x: (x1 + x2) / 2, y: (start.y + end.y) / 2 };
    const label = same ? `${same}` : `${shared}`;
    const said = `Why are ${kg.data.nodes[line.a].label} and ${kg.data.nodes[line.b].label} linked? ${same ? `${kg.count(same, ["statement is", "statements are"])} about both. ` : ""}${kg.count(shared, kg.vias.noun)} ${kg.words.share[shared === 1 ? 0 : 1]}.`;
    return svg("a", { href: kg.to({ link: line.id }), class: `line${same || kg.data.kind === "reviews" ? "" : " dashed"}${kg.state.link === line.id ? " on" : ""}`, "aria-label": said, "data-id": line.id },
      svg("line", { class: "reach", x1, y1: start.y, x2, y2: end.y }),
      svg("line", { x1, y1: start.y, x2, y2: end.y, "stroke-width": Math.min(7, 1 + (same || shared)) }),
      svg("circle", { cx: middle.x, cy: middle.y, r: 11 }),
      svg("text", { x: middle.x, y: middle.y + 4.5, "text-anchor": "middle", "font-size": 12 }, label));
  }

  function picture(state, found, at) {
    const { left, right, farLeft, farRight, more } = columns(state, found, at);
    const centre = { ...box(at), x: 0, y: 0 };
    const gap = 110;
    const wide = (those) => Math.max(0, ...those.map((each) => each.width));
    const reach = centre.width / 2 + gap;
    placed(left, -reach - wide(left) / 2); placed(right, reach + wide(right) / 2);
    placed(farLeft, -reach - wide(left) - gap - wide(farLeft) / 2); placed(farRight, reach + wide(right) + gap + wide(farRight) / 2);
    const every = [centre, ...left, ...right, ...farLeft, ...farRight];
    const byAt = new Map(every.map((each) => [each.at, each]));
    const edge = (sign) => Math.max(...every.map((each) => sign * each.x + each.width / 2)) + 12;
    const tall = Math.max(...every.map((each) => Math.abs(each.y) + each.height / 2)) + 12;
    const [west, east] = [edge(-1), edge(1)];
    const lines = [...left, ...right].map((each) => drawLine(centre, each, each.line, found)).concat([...farLeft, ...farRight].map((each) => drawLine(byAt.get(each.from), each, each.line, found)));
    const drawn = svg("svg", { id: "ego", viewBox: `${-west} ${-tall} ${west + east} ${2 * tall}`, role: "group", "aria-label": `${kg.data.nodes[at].label} and what it is linked with` });
    drawn.append(svg("g", {}, ...lines), svg("g", {}, ...every.map((each) => drawBox(each, `${kg.data.nodes[each.at].label}: ${kg.of(each.at, found)}`))));
    drawn.style.maxWidth = `${Math.round((west + east) * 1.15)}px`;
    return { drawn, more, count: left.length + right.length };
  }

  function third(said) {
    const counts = new Map();
    for (const one of said) {
      const those = kg.data.kind === "agencies" ? one.themes.map((at) => ["theme", at]) : one.agencies.filter(([role]) => role === "addressed").map(([, at]) => ["agency", at]);
      for (const [kind, at] of those) counts.set(`${kind} ${at}`, [...(counts.get(`${kind} ${at}`) ?? []), one]);
    }
    const rows = [...counts].sort(([one, ones], [other, others]) => others.length - ones.length || one.localeCompare(other, undefined, { numeric: true }));
    return rows.map(([key, those]) => {
      const [kind, at] = key.split(" ");
      const thing = (kind === "theme" ? kg.data.themes : kg.data.agencies)[Number(at)];
      const reviews = new Set(those.map((one) => one.review)).size;
      const name = kg.data.site ? el("a", { href: `${kind === "theme" ? "themes" : "agencies"}/${thing.id}.html` }, thing.label) : thing.label;
      return el("li", {}, name, el("span", { class: "soft" }, ` ${kg.count(those.length, kg.data.kind === "agencies" ? ["statement", "statements"] : ["recommendation", "recommendations"])} in ${kg.count(reviews, ["review", "reviews"])}`));
    });
  }

  function course(at) {
    const years = [...new Set(kg.data.reviews.map((review) => review.published))].sort();
    if (years.length < 2 || kg.data.kind === "reviews") return [];
    const raising = new Set(kg.index.said[at].map((one) => one.review));
    const rows = years.map((year) => {
      const all = kg.data.reviews.map((review, place) => [review, place]).filter(([review]) => review.published === year);
      const with_ = all.filter(([, place]) => raising.has(place)).length;
      return el("tr", {}, el("th", { scope: "row" }, year || "no date"), el("td", { class: "number" }, `${with_}`), el("td", { class: "number" }, `${all.length}`));
    });
    return [el("h3", {}, "By the year in which they were added to the collection"), el("div", { class: "wide", role: "region", tabindex: "0", "aria-label": "By the year in which they were added to the collection" }, el("table", { class: "short" }, el("caption", {}, "Published summaries that raise it: no measure of how often it happens"), el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Year"), el("th", { scope: "col", class: "number" }, "Raise it"), el("th", { scope: "col", class: "number" }, "All reviews"))), el("tbody", {}, ...rows)))];
  }

  kg.drawOne = (state, found) => {
    const at = kg.index.number.get(state.node);
    const node = kg.data.nodes[at];
    const said = kg.index.said[at].filter((one) => found.kept.has(one));
    const { drawn, more, count } = picture(state, found, at);
    const part = (kind) => said.filter((one) => one.kind === kind);
    const column = (id, title, note, body) => el("section", { "aria-labelledby": id }, el("h3", { id }, title), note ? el("p", { class: "soft" }, note) : null, ...body);
    const list = (those, none) => those.length ? kg.byReview(those, "h4") : [el("p", {}, none)];
    const asked = third(kg.data.kind === "agencies" ? said : part("recommendation"));
    const mode = kg.linesOf(state);
    const lines = { same: "one finding or recommendation is about both", strongest: "among the strongest links", all: kg.data.kind === "reviews" ? "they share a theme that few others raise" : "they come up in the same review" }[mode];
    const told = count ? `Joined where ${lines}. The number on a line counts ${mode === "same" ? "those statements" : "what they share"}: choose it to read why.${more > 0 ? ` ${more} more are in the Table.` : ""}` : mode === "same" ? "No single finding or recommendation is about this and another. Change Lines to see what comes up in the same reviews." : "Nothing is linked with it here.";
    const none = "None in these partial summaries.";
    const home = kg.data.site ? el("p", {}, el("a", { href: `${kg.data.kind}/${node.id}.html` }, `Page of this ${kg.words.one}`)) : "";
    kg.byId("one").replaceChildren(
      el("h2", { id: "one-title" }, kg.chip(node), " ", node.label),
      el("p", {}, node.about), el("p", { class: "tally" }, kg.of(at, found)), home,
      el("div", { class: "frame" }, drawn), el("p", { class: "soft", id: "ego-note" }, told),
      el("div", { class: "three" },
        column("found", "Found", kg.words.found, list(part("finding"), none)),
        column("recommended", "Recommended", kg.words.recommended, list(part("recommendation"), none)),
        column("asked", kg.data.kind === "agencies" ? "On which themes" : "Asked of whom", kg.words.asked, asked.length ? [el("ul", { class: "plain asked" }, ...asked)] : [el("p", {}, kg.data.kind === "agencies" ? none : "No recommendation here names who must act.")])),
      kg.paraphrase(), ...course(at));
  };
})();
