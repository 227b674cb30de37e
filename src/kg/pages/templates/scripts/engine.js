"use strict";
// Asks the graph within the page. Engine and graph are scripts beside it, loaded when first asked for.
(() => {
  const folder = new URL(".", document.currentScript.src);
  const load = (name) => new Promise((done, failed) => {
    const script = kg.el("script", { src: new URL(name, folder).href });
    script.addEventListener("load", done);
    script.addEventListener("error", () => failed(new Error(`${name} is not beside this page`)));
    document.head.append(script);
  });
  const unpacked = async (text) => {
    const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  };
  let loaded = null;
  let ready = null;
  kg.data = () => (loaded ??= Promise.all([load("oxigraph.js"), load("graph.js")]));
  kg.wasm = () => unpacked(oxigraph.packed);
  const start = async () => {
    await kg.data();
    await oxigraph.init({ module_or_path: await kg.wasm() });
    const store = new oxigraph.Store();
    store.load(kg.graph.trig, { format: "application/trig" });
    return store;
  };

  // Returns an answer as SPARQL's JSON results have it.
  kg.asks = async (sparql) => {
    ready ??= start();
    const store = await ready;
    return JSON.parse(store.query(sparql, { use_default_graph_as_union: true, results_format: "application/sparql-results+json" }));
  };

  kg.shorten = (iri) => {
    for (const [prefix, space] of kg.graph.prefixes) {
      const local = iri.slice(space.length);
      if (iri.startsWith(space) && /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(local)) return `${prefix}:${local}`;
    }
    return iri;
  };
  const XSD = "http://www.w3.org/2001/XMLSchema#";
  const number = (term) => term.type === "literal" && [`${XSD}integer`, `${XSD}decimal`].includes(term.datatype) && /^-?[0-9]+(?:\.[0-9]+)?$/.test(term.value);
  const words = (term) => (term === undefined ? "" : term.type === "uri" ? kg.shorten(term.value) : term.type === "bnode" ? `_:${term.value}` : typeof term.value === "string" ? term.value : JSON.stringify(term.value));

  // Makes the table of an answer, with the same cells as the page's own. Of many rows the first are shown; all are saved.
  kg.answerTable = (found, columns, caption, root, most = Infinity) => {
    const every = found.results.bindings;
    const numeric = columns.map(({ name }) => {
      const given = every.map((row) => row[name]).filter((term) => term !== undefined);
      return given.length > 0 && given.every(number);
    });
    const cell = (term, at) => {
      const place = term?.type === "uri" && Object.hasOwn(kg.graph.addresses, term.value) ? kg.graph.addresses[term.value] : null;
      return kg.el("td", { class: numeric[at] && "number" }, place ? kg.el("a", { href: root + place }, words(term)) : words(term));
    };
    const table = kg.el("table", { id: "answer-table", "data-sort": true }, kg.el("caption", {}, caption),
      kg.el("thead", {}, kg.el("tr", {}, ...columns.map(({ heading }, at) => kg.el("th", { scope: "col", class: numeric[at] && "number" }, heading)))),
      kg.el("tbody", {}, ...every.slice(0, most).map((row) => kg.el("tr", {}, ...columns.map(({ name }, at) => cell(row[name], at))))));
    kg.sortable(table);
    const written = () => [columns.map(({ heading }) => heading), ...every.map((row) => columns.map(({ name }) => words(row[name])))];
    const save = kg.el("button", { type: "button" }, "Save this table (CSV)");
    save.addEventListener("click", () => kg.save("answer.csv", "text/csv;charset=utf-8", kg.csv(every.length > most ? written() : kg.rows(table))));
    return [kg.el("p", {}, save), kg.el("div", { class: "wide", role: "region", "aria-label": caption, tabindex: "0" }, table)];
  };
})();
