"use strict";
// Asks in a thread of its own, so that a query without an end can be stopped and the page stays alive.
(() => {
  // What the thread does. It is sent its engine and graph, and has neither this page nor a network.
  const work = (oxigraph) => {
    const STRING = "http://www.w3.org/2001/XMLSchema#string";
    const sent = (term) => {
      if (term.termType === "NamedNode") return { iri: term.value, text: term.toString() };
      const type = term.termType === "Literal" && !term.language && term.datatype.value !== STRING ? term.datatype.value : null;
      return { type, text: term.toString() };
    };
    const answer = (store, { sparql, triples }) => {
      const found = store.query(sparql, { use_default_graph_as_union: true, ...(triples ? {} : { results_format: "application/sparql-results+json" }) });
      return triples ? found.map((one) => [one.subject, one.predicate, one.object].map(sent)) : JSON.parse(found);
    };
    let store = null;
    onmessage = async ({ data }) => {
      try {
        if (data.wasm) {
          await oxigraph.init({ module_or_path: data.wasm });
          store = new oxigraph.Store();
          store.load(data.trig, { format: "application/trig" });
          postMessage({ ready: true });
        } else postMessage({ answer: answer(store, data) });
      } catch (error) {
        // Anything but an error of the query's own leaves the engine in pieces.
        postMessage({ failed: String(error?.message ?? error), broken: error instanceof WebAssembly.RuntimeError || error instanceof RangeError });
      }
    };
  };

  const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  let thread = null;
  let waiting = null;
  let halted = false;

  const end = (error) => {
    thread?.terminate();
    thread = null;
    waiting?.failed(error);
    waiting = null;
  };
  const send = (message) => new Promise((done, failed) => {
    waiting = { done, failed };
    thread.postMessage(message);
  });
  function hear({ data }) {
    if (data.broken) return end(new kg.Broken(data.failed));
    const { done, failed } = waiting;
    waiting = null;
    if (data.failed === undefined) done(data.answer);
    else failed(new kg.Misread(data.failed));
  }
  // A page from a disk can start no thread from a file beside it, so the engine's own text is handed over.
  async function start() {
    await kg.data();
    const wasm = await kg.wasm();
    const address = URL.createObjectURL(new Blob([`(${work})((${oxigraph.source})());`], { type: "text/javascript" }));
    thread = new Worker(address);
    thread.addEventListener("message", hear);
    thread.addEventListener("error", (event) => end(new kg.Broken(event.message || "its thread did not start")));
    await send({ wasm, trig: kg.graph.trig });
    URL.revokeObjectURL(address);
  }

  // This page does not ask it; the engine does not take it; the engine broke off; somebody stopped it.
  kg.Refused = class extends Error {};
  kg.Misread = class extends Error {};
  kg.Broken = class extends Error {};
  kg.Stopped = class extends Error {};

  // Returns SPARQL's JSON results, or for a graph its triples, each of three terms.
  kg.runs = async (sparql, triples) => {
    halted = false;
    if (!thread) await start();
    if (halted) throw new kg.Stopped();
    return send({ sparql, triples });
  };
  kg.stops = () => {
    halted = true;
    end(new kg.Stopped());
  };

  // Returns triples as Turtle, in order and each once, and how many they are.
  kg.turtle = (triples) => {
    const used = new Set();
    const name = (iri, text) => {
      const short = kg.shorten(iri);
      if (short === iri) return text;
      used.add(short.split(":")[0]);
      return short;
    };
    const written = ({ iri, type, text }) => (iri ? name(iri, text) : type ? text.slice(0, -type.length - 2) + name(type, `<${type}>`) : text);
    const about = new Map();
    for (const [one, predicate, object] of triples) {
      const subject = written(one);
      if (!about.has(subject)) about.set(subject, new Set());
      about.get(subject).add(`${predicate.iri === TYPE ? "a" : written(predicate)} ${written(object)}`);
    }
    const first = (one, other) => (other.startsWith("a ") - one.startsWith("a ")) || (one < other ? -1 : 1);
    const blocks = [...about.keys()].sort().map((subject) => `${subject}\n  ${[...about.get(subject)].sort(first).join(" ;\n  ")} .\n`);
    const declared = kg.graph.prefixes.filter(([prefix]) => used.has(prefix));
    const text = [declared.map(([prefix, space]) => `PREFIX ${prefix}: <${space}>\n`).join(""), ...blocks].filter(Boolean).join("\n");
    return { text, count: [...about.values()].reduce((sum, each) => sum + each.size, 0) };
  };
})();
