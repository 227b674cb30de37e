"use strict";
// The panel beside the picture: the most common nodes, what is said of one, or why two are linked.
(() => {
  const { el } = kg;
  const panel = kg.byId("panel");

  kg.ranking = (found) => kg.data.nodes.map((node, at) => ({ node, at })).filter(({ at }) => found.size[at])
    .sort((one, other) => found.size[other.at] - found.size[one.at] || one.node.label.localeCompare(other.node.label));

  function ranking(state, found) {
    const ranked = kg.ranking(found);
    const most = Math.max(1, ...found.size);
    const items = ranked.map(({ node, at }) => {
      const current = node.id === state.node ? "true" : null;
      const bar = kg.svg("svg", { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" }, kg.svg("rect", { width: Math.round(1000 * found.size[at] / most) / 10, height: 6 }));
      const of = kg.data.kind === "reviews" ? kg.count(found.size[at], kg.vias.noun) : `${found.size[at]} of ${kg.count(found.reviews, kg.vias.noun)}`;
      return el("li", {}, el("a", { href: kg.to({ node: node.id, link: null }), "aria-current": current }, kg.chip(node), el("span", {}, node.label)), el("span", { class: "soft" }, of), bar);
    });
    return [
      el("h2", { id: "panel-title" }, kg.words.ranking),
      el("p", { class: "soft" }, `${kg.count(ranked.length, [kg.words.one, kg.words.many])}${kg.data.kind === "reviews" ? "" : ` in ${kg.count(found.reviews, ["review", "reviews"])}`}. ${kg.words.counted}`),
      items.length ? el("ol", { class: "ranking" }, ...items) : el("p", {}, found.all ? `There are no ${kg.words.many} to show: no finding or recommendation here has any.` : "Nothing is left by these filters: clear one of them."),
    ];
  }

  function ofNode(state, found) {
    const at = kg.index.number.get(state.node);
    const node = kg.data.nodes[at];
    const said = kg.index.said[at].filter((one) => found.kept.has(one));
    return [
      el("h2", { id: "panel-title" }, node.label),
      el("p", {}, kg.of(at, found)),
      el("p", {}, el("a", { href: kg.to({ view: "one", node: node.id, link: null }) }, `Open this ${kg.words.one}`)),
      said.length ? null : el("p", {}, "Nothing is left by these filters."),
      ...kg.byReview(said),
    ];
  }

  kg.of = (at, found) => {
    const { finding, recommendation } = found.tally[at];
    const joined = kg.data.kind === "reviews" ? kg.count(found.size[at], kg.vias.noun) : `${found.size[at]} of ${kg.count(found.reviews, kg.vias.noun)}`;
    return `${joined}: ${kg.count(finding, ["finding", "findings"])} and ${kg.count(recommendation, ["recommendation", "recommendations"])}.`;
  };

  // Same statement first, then what each side says, by what joins them.
  function why(state, found) {
    const line = kg.index.line.get(state.link);
    const [one, other] = [kg.data.nodes[line.a], kg.data.nodes[line.b]];
    const of = (at) => kg.index.said[at].filter((each) => found.kept.has(each));
    const [first, second] = [of(line.a), of(line.b)];
    const both = first.filter((each) => each.nodes.includes(line.b));
    const shared = [...found.vias[line.a]].filter((via) => found.vias[line.b].has(via));
    const noun = kg.count(shared.length, kg.vias.noun);
    const chance = found.all ? ` About ${line.expected} would be expected by chance: ${kg.data.verdicts[line.verdict]}.` : " What chance would give is worked out for all reviews alone, not for a filtered part.";
    const sides = kg.first(shared.filter((via) => [first, second].some((side) => side.some((each) => !both.includes(each) && kg.vias.of(each).includes(via)))), (via) => {
      const here = (side) => side.filter((each) => kg.vias.of(each).includes(via) && !both.includes(each));
      const [left, right] = [here(first), here(second)];
      const part = (node, those) => those.length ? [el("h4", {}, node.label), el("ul", { class: "plain" }, ...those.map((each) => kg.statement(each, { review: kg.data.kind === "reviews" })))] : [];
      return el("section", { class: "case" }, el("h3", {}, kg.vias.label(via)), ...part(one, left), ...part(other, right));
    });
    return [
      el("h2", { id: "panel-title" }, "Why are these linked?"),
      el("p", {}, kg.link(one), " and ", kg.link(other)),
      el("p", {}, `${noun} ${kg.words.share[shared.length === 1 ? 0 : 1]}.${chance}`),
      kg.data.kind === "reviews" ? null : el("h3", {}, `In one finding or recommendation: ${both.length}`),
      kg.data.kind === "reviews" ? null : both.length ? el("ul", { class: "plain" }, ...kg.first(both, (each) => kg.statement(each), (more) => el("li", {}, more))) : el("p", {}, "None in these summaries is about both."),
      sides.length ? el("h3", { class: "rule" }, kg.data.kind === "reviews" ? "By theme" : "In the same review") : null,
      ...sides,
    ];
  }

  // How far a picture has to move, in CSS pixels, to show all of some boxes: out from under the panel, where it
  // lies over the picture, and from outside; never so far that those chosen leave on the other side.
  kg.outFrom = (room, chosen, all) => {
    const EDGE = 8;
    const over = panel.getBoundingClientRect();
    const covers = over.left > room.left && over.left < room.right && over.top < room.bottom;
    const by = (low, high, from, to) => Math.min(Math.min(...chosen.map((box) => box[low])) - from - EDGE, Math.max(0, ...all.map((box) => box[high] - to + EDGE)));
    return { x: by("left", "right", room.left, covers ? over.left : room.right), y: by("top", "bottom", room.top, room.bottom) };
  };

  kg.drawPanel = (state, found) => {
    const chosen = state.link ? why : state.node && state.view === "map" ? ofNode : ranking;
    const back = chosen === ranking ? [] : [el("p", { class: "back" }, el("a", { href: kg.to({ link: null, node: state.view === "map" ? null : state.node }) }, state.link ? "Close" : kg.words.back))];
    panel.replaceChildren(...back, ...chosen(state, found).filter(Boolean), ...(chosen === ranking ? [] : [kg.paraphrase()]));
    const current = panel.querySelector("[aria-current]");
    if (current) panel.scrollTop = Math.max(0, current.offsetTop - panel.clientHeight / 2);
    else panel.scrollTop = 0;
  };
})();
