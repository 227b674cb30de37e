"use strict";
// The form of a question. A value is written as a term, into the VALUES block that the page cut out: an IRI
// only where it is one of the list's, text only with its quotes and backslashes escaped.
(() => {
  const form = kg.byId("ask");
  const told = JSON.parse(kg.byId("question").textContent);
  const status = kg.byId("status");
  const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };
  const quoted = (text) => `"${text.replace(/[\\"\n\r\t\b\f]/g, (each) => ESCAPES[each])}"`;
  const whole = (pattern, what) => (text) => {
    if (!pattern.test(text)) throw new RangeError(what);
    return String(BigInt(text));
  };
  const WRITE = {
    text: quoted,
    integer: whole(/^-?[0-9]{1,18}$/, "a whole number, such as 2"),
    year: whole(/^[0-9]{4}$/, "a year of four digits, such as 2019"),
    date: (text) => {
      if (!/^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$/.test(text)) throw new RangeError("a date: 2022, 2022-03 or 2022-03-31");
      return quoted(text);
    },
  };

  // Returns a field's term, or null where it is left out.
  function term(field) {
    const control = form.elements[field.name];
    if (control.tagName === "SELECT") {
      const chosen = control.selectedOptions[0];
      return chosen?.dataset.iri ? { term: `<${chosen.dataset.iri}>`, words: control.value.includes(":") && chosen.text !== control.value ? `${chosen.text} (${control.value})` : chosen.text } : null;
    }
    const text = control.value.trim();
    if (text === "") return null;
    try {
      return { term: WRITE[field.type](text), words: text };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(`${field.words}: give ${error.message}.`);
    }
  }

  function values() {
    const found = new Map(told.fields.map((field) => [field.name, term(field)]));
    for (const field of told.fields) if (field.replaces && found.get(field.name)) found.set(field.replaces, null);
    const replaced = new Set(told.fields.filter((field) => found.get(field.name)).map((field) => field.replaces));
    for (const field of told.fields) if (field.required && !found.get(field.name) && !replaced.has(field.name)) throw new RangeError(`${field.words} must be given. ${field.help}`);
    return found;
  }

  const query = (found) => told.pieces.map((piece, at) => (at % 2 ? ` ${found.get(piece)?.term ?? "UNDEF"} ` : piece)).join("");

  // Both are what the tests of the pages compare with the answer that Python wrote.
  kg.answer = async () => {
    const found = values();
    const sparql = query(found);
    return { found, sparql, answer: await kg.asks(sparql) };
  };

  function show({ found, sparql, answer }) {
    const asked = [...found].filter(([, value]) => value).map(([name, value]) => `${name}: ${value.words}`);
    const count = answer.results.bindings.length;
    const rows = `${count} ${count === 1 ? "row" : "rows"}`;
    kg.byId("asked").textContent = asked.length ? `Asked with ${asked.join("; ")}.` : "Asked of everything in the graph.";
    kg.byId("sparql").textContent = sparql;
    kg.byId("change").href = `${told.root}sparql.html#query=${encodeURIComponent(sparql)}`;
    kg.byId("result").replaceChildren(...(count ? kg.answerTable(answer, told.columns, `${told.title}: ${rows}`, told.root) : [kg.el("p", {}, `No rows in ${told.searched}. ${told.empty}`)]));
    status.textContent = `Answered: ${count ? rows : "no rows"}.`;
  }

  async function ask() {
    status.textContent = "Asking. The first time takes some seconds.";
    try {
      show(await kg.answer());
    } catch (error) {
      status.textContent = error instanceof RangeError ? error.message : `The question could not be asked in this browser (${error}). The answer on this page is to what it was asked with before.`;
    }
  }

  function restore() {
    const given = new URLSearchParams(location.hash.slice(1));
    form.reset();
    for (const field of told.fields) {
      const value = given.get(field.name);
      const control = form.elements[field.name];
      if (value === null) continue;
      if (control.tagName !== "SELECT" || [...control.options].some((option) => option.value === value)) control.value = value;
      else return void (status.textContent = `${field.words}: the address of this page names what is not in this graph. Choose from the list.`);
    }
    if ([...given.keys()].length) ask();
  }

  const address = () => new URLSearchParams(told.fields.map((field) => [field.name, form.elements[field.name].value.trim()]).filter(([, value]) => value)).toString();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `#${address()}`);
    ask();
  });
  addEventListener("hashchange", restore);
  restore();
})();
