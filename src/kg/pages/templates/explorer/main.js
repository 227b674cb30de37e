"use strict";
// From the address to the page: every view is drawn from it, and every choice writes it.
(() => {
  const { byId, el } = kg;
  const status = byId("status");
  kg.say = (words) => { status.textContent = words; };

  const VIEWS = { one: kg.drawOne, map: (state, found) => kg.drawMap?.(state, found), table: drawTable, compare: kg.drawCompare, about: () => {} };

  function drawTable(state, found) {
    for (const row of byId("node-table").tBodies[0].rows) {
      const at = kg.index.number.get(row.dataset.id);
      row.hidden = !found.size[at];
      [found.size[at], found.tally[at].finding, found.tally[at].recommendation].forEach((value, place) => { row.cells[place + 2].textContent = `${value}`; });
      row.cells[0].querySelector("a").href = kg.to({ view: "one", node: row.dataset.id, link: null });
    }
    for (const row of byId("line-table").tBodies[0].rows) {
      const line = kg.index.line.get(row.dataset.id);
      row.hidden = !kg.weight(line, found);
      row.cells[0].querySelector("a").href = kg.to({ view: "one", node: kg.data.nodes[line.a].id, link: line.id });
    }
  }

  // The theme seen last, or else the most common that has neighbours: a page never opens on an empty picture.
  const KEY = `kg-last-${kg.data.kind}`;
  const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const remember = (id) => { try { localStorage.setItem(KEY, id); } catch { /* a page from disk may have no storage */ } };
  function whole(state) {
    if (state.view !== "one" || state.node) return state;
    const link = state.link ? kg.data.nodes[kg.index.line.get(state.link).a].id : null;
    const last = kg.index.number.has(remembered()) ? remembered() : null;
    const ranked = kg.ranking(kg.filtered(state));
    const first = (ranked.find(({ at }) => kg.index.joined[at].some((line) => line.same)) ?? ranked[0])?.node.id ?? kg.ranking(kg.filtered({ ...state, facets: {} }))[0]?.node.id;
    return { ...state, node: link ?? last ?? first ?? null };
  }

  function draw() {
    const before = kg.state;
    kg.state = whole(kg.parse(location.hash));
    const { state } = kg;
    if (before?.at && !state.at && before.view === "map" && state.view === "map") { // what is chosen anew leaves the picture where it is
      state.at = before.at;
      history.replaceState(null, "", kg.write(state));
    }
    if (state.node) remember(state.node);
    const found = kg.filtered(state);
    for (const view of Object.keys(VIEWS)) byId(view).hidden = view !== state.view;
    for (const link of document.querySelectorAll("[data-view]")) {
      link.setAttribute("href", kg.to({ view: link.dataset.view, at: null, link: ["table", "compare", "about"].includes(link.dataset.view) ? null : state.link }));
      if (link.dataset.view === state.view) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    }
    document.body.dataset.view = state.view;
    document.body.toggleAttribute("data-chosen", Boolean(state.node || state.link));
    byId("lines").value = kg.linesOf(state);
    byId("steps").value = `${state.steps}`;
    for (const facet of kg.FACETS) if (byId(`facet-${facet}`)) byId(`facet-${facet}`).value = state.facets[facet];
    byId("clear").hidden = found.all;
    byId("filter-count").textContent = found.all ? "" : ` (${Object.values(state.facets).filter(Boolean).length} on)`;
    if (state.view !== "one" || state.node) VIEWS[state.view](state, found);
    kg.drawPanel(state, found);
    kg.drawSearch(state);
    if (state.unknown) kg.say(`This page has no “${state.unknown}”: it may have another name in this build.`);
    else if (before) kg.say(told(state, found));
    if (before) follow(before, state);
  }

  // What is newly chosen is in sight: its evidence where that stands below the map, the map where that is above.
  function follow(before, state) {
    const beside = matchMedia("(min-width: 64rem)").matches;
    const onMap = state.view === "map" && (state.link !== before.link || (state.node && state.node !== before.node));
    if ((state.link && state.link !== before.link) || (onMap && !beside)) byId("panel").focus({ preventScroll: beside });
    if (!onMap || !beside) return;
    const frame = document.querySelector(".frame.map");
    const { top, bottom } = frame.getBoundingClientRect();
    if (Math.min(bottom, innerHeight) - Math.max(top, 0) < innerHeight / 3) frame.scrollIntoView({ block: "nearest" });
  }

  function told(state, found) {
    const filter = found.all ? "" : ` ${kg.count(found.reviews, ["review is", "reviews are"])} left by the filters.`;
    if (state.link) return `Why two ${kg.words.many} are linked is shown beside the picture.${filter}`;
    if (state.node && ["one", "map"].includes(state.view)) return `${kg.data.nodes[kg.index.number.get(state.node)].label}.${filter}`;
    return filter.trim();
  }

  function options() {
    const values = (facet) => [...new Set(kg.data.reviews.flatMap((review) => review[facet]))].filter(Boolean).sort((one, other) => one.localeCompare(other, "en-GB", { numeric: true }));
    for (const facet of kg.FACETS) {
      const select = byId(`facet-${facet}`);
      const agencies = () => {
        const named = new Set(kg.data.statements.flatMap((one) => one.agencies.filter(([role]) => role !== "mentioned").map(([, at]) => at)));
        return [...named].sort((one, other) => one - other).map((at) => [kg.data.agencies[at].id, kg.data.agencies[at].label]);
      };
      const those = facet === "agency" ? agencies() : facet === "band" ? kg.data.bands.map((value) => [value, value]) : values(facet).map((value) => [value, value]);
      select.append(...those.map(([value, label]) => el("option", { value }, label)));
      select.addEventListener("change", () => kg.go({ facets: { [facet]: select.value } }));
      if (!those.length) select.closest("label").hidden = true;
    }
  }

  byId("lines").addEventListener("change", (event) => kg.go({ lines: event.target.value }));
  byId("steps").addEventListener("change", (event) => kg.go({ steps: Number(event.target.value) }));
  byId("clear").addEventListener("click", () => kg.go({ facets: Object.fromEntries(kg.FACETS.map((facet) => [facet, ""])) }));
  const acts = { in: () => kg.zoom(1.3), out: () => kg.zoom(1 / 1.3), fit: () => kg.fit(), ...kg.saves };
  for (const button of document.querySelectorAll("[data-do]")) button.addEventListener("click", () => acts[button.dataset.do]());
  addEventListener("hashchange", draw);
  addEventListener("keydown", (event) => { if (event.key === "Escape" && kg.state.link) kg.go({ link: null }); });

  document.body.classList.add("scripted");
  for (const each of document.querySelectorAll(".needs-script")) each.hidden = false;
  options();
  kg.table();
  draw();
  document.body.dataset.ready = "true";
})();
