"use strict";
// The whole view is in the address after '#', so that a link restores it: what is chosen, how it is shown,
// and what it is filtered by.
(() => {
  const own = kg.words.one; // theme, review or agency
  const FACETS = ["band", "outcome", "type", "agency", "year"];
  const VIEWS = ["one", "map", "table", "compare", "about"];
  const LINES = kg.data.kind === "reviews" ? ["strongest", "all"] : ["same", "strongest", "all"];
  const small = matchMedia("(max-width: 40rem)");

  kg.FACETS = FACETS;
  // Below FAR CSS pixels to a unit, words are too small to read and the groups' names stand over them; those
  // are read down to the least. Nobody needs more than 6 times the whole.
  kg.FAR = 0.65;
  kg.zoomed = (z, fitted) => Math.min(6, Math.max(Math.min(1, 0.36 / fitted), z));
  kg.parse = (hash) => {
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    const node = kg.index.number.has(given.get(own)) ? given.get(own) : null;
    const asked = given.get("link") ?? "";
    const turned = asked.split("~").reverse().join("~");
    const link = kg.index.line.has(asked) ? asked : kg.index.line.has(turned) ? turned : null;
    const view = VIEWS.includes(given.get("view")) ? given.get("view") : small.matches && !node && !link ? "table" : "one";
    const facets = Object.fromEntries(FACETS.map((facet) => [facet, given.get(facet) ?? ""]));
    const at = (given.get("at") ?? "").split(",").map(Number);
    return {
      view, node, link, facets,
      lines: LINES.includes(given.get("lines")) ? given.get("lines") : null,
      steps: given.get("steps") === "2" ? 2 : 1,
      find: given.get("find") ?? "",
      with: (given.get("with") ?? "").split("~").filter(Boolean),
      at: at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? at : null,
      unknown: given.get(own) && !node ? given.get(own) : asked && !link ? asked.replace("~", " and ") : null,
    };
  };

  kg.write = (state) => {
    const given = new URLSearchParams();
    if (state.view !== "one" || (small.matches && !state.node && !state.link)) given.set("view", state.view);
    if (state.node) given.set(own, state.node);
    if (state.link) given.set("link", state.link);
    if (state.lines) given.set("lines", state.lines);
    if (state.steps === 2) given.set("steps", "2");
    for (const facet of FACETS) if (state.facets[facet]) given.set(facet, state.facets[facet]);
    if (state.with.length) given.set("with", state.with.join("~"));
    if (state.find) given.set("find", state.find);
    if (state.at) given.set("at", state.at.map((value) => Math.round(value * 100) / 100).join(","));
    return `#${given.toString().replaceAll("%7E", "~").replaceAll("%2C", ",")}`;
  };

  // The address of this view with some of it changed: for links, so that each can be copied and opened anew.
  kg.to = (changes) => kg.write({ ...kg.state, find: "", ...changes, facets: { ...kg.state.facets, ...changes.facets } });
  kg.go = (changes, quietly = false) => {
    const address = kg.to(changes);
    if (address === location.hash) return;
    if (quietly) { history.replaceState(null, "", address); kg.state = kg.parse(location.hash); } else location.hash = address;
  };
  kg.linesOf = (state) => state.lines ?? (state.view !== "one" ? kg.data.mode : kg.data.kind === "reviews" ? "all" : "same");

  // What the filters leave: statements, and how many of what joins them each node has.
  kg.filtered = (state) => {
    const wanted = FACETS.filter((facet) => state.facets[facet]);
    const passes = kg.data.reviews.map((review) => wanted.every((facet) => {
      const value = state.facets[facet];
      if (facet === "agency") return true;
      return Array.isArray(review[facet]) ? review[facet].includes(value) : review[facet] === value;
    }));
    const agency = state.facets.agency ? kg.data.agencies.findIndex((each) => each.id === state.facets.agency) : null;
    const keeps = (one) => passes[one.review] && (agency === null || one.agencies.some(([role, at]) => at === agency && role !== "mentioned"));
    const statements = wanted.length ? kg.data.statements.filter(keeps) : kg.data.statements;
    const kept = new Set(statements);
    const vias = kg.data.nodes.map(() => new Set());
    const tally = kg.data.nodes.map(() => ({ finding: 0, recommendation: 0 }));
    for (const one of statements) for (const node of one.nodes) {
      tally[node][one.kind] += 1;
      for (const via of kg.vias.of(one)) vias[node].add(via);
    }
    const reviews = kg.data.kind === "reviews" || !wanted.length ? passes.filter(Boolean).length : new Set(statements.map((one) => one.review)).size;
    return { all: !wanted.length, statements, kept, size: vias.map((set) => set.size), vias, tally, reviews };
  };
})();
