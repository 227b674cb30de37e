"use strict";
// Search over the labels and the statements that this page holds; every word must be there.
(() => {
  const { el } = kg;
  const field = kg.byId("find");
  const results = kg.byId("results");
  const MOST = 20;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let index = null;

  function entries() {
    const own = kg.data.nodes.map((node) => ({ text: plain(node.label), node }));
    const other = kg.data.kind === "agencies" ? [] : kg.data.agencies.map((agency) => ({ text: plain(agency.label), agency }));
    const said = kg.data.statements.map((one) => ({ text: plain(one.text), one }));
    return { own, other, said };
  }

  function show(state) {
    const wanted = plain(state.find).split(/\s+/).filter(Boolean);
    results.hidden = !wanted.length;
    if (!wanted.length) { results.replaceChildren(); return; }
    index ??= entries();
    const has = ({ text }) => wanted.every((word) => text.includes(word));
    const named = new Set(kg.data.statements.flatMap((one) => one.agencies.map(([, at]) => kg.data.agencies[at].id)));
    const [own, other, said] = [index.own.filter(has), index.other.filter((each) => has(each) && named.has(each.agency.id)), index.said.filter(has)];
    const part = (title, those, item) => those.length ? [el("h3", {}, `${title}: ${those.length}`), el("ul", { class: "plain" }, ...those.slice(0, MOST).map(item)), those.length > MOST ? el("p", { class: "soft" }, `The first ${MOST} are shown: add a word to find fewer.`) : null] : [];
    results.replaceChildren(...[
      el("h2", { id: "results-title" }, `Found for “${state.find}”`),
      own.length + other.length + said.length ? null : el("p", {}, `Nothing here has ${wanted.length > 1 ? "all these words" : "this word"}. Try another word, or the start of one.`),
      ...part(kg.words.many.replace(/^./, (c) => c.toUpperCase()), own, ({ node }) => el("li", {}, kg.link(node, { view: "one" }))),
      ...part("Agencies", other, ({ agency }) => el("li", {}, el("a", { href: kg.to({ facets: { agency: agency.id } }) }, `Only what asks or is about: ${agency.label}`))),
      ...part("Findings and recommendations", said, ({ one }) => kg.statement(one)),
    ].filter(Boolean));
    kg.say(`${own.length + other.length + said.length} found.`);
  }

  let waiting = null;
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => { kg.state = { ...kg.state, find: field.value }; history.replaceState(null, "", kg.write(kg.state)); show(kg.state); }, 120); });
  kg.byId("search").addEventListener("submit", (event) => { event.preventDefault(); results.querySelector("a")?.focus(); });
  kg.drawSearch = (state) => { if (field.value !== state.find) field.value = state.find; show(state); };
})();
