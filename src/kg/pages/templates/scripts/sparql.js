"use strict";
// The page that asks in SPARQL: examples, what is refused and why, and answers of every form.
(() => {
  const MOST = 1000; // rows that a page shows well
  const DEEPEST = 128; // brackets in one another: many more end the engine, and stop the editor
  const KEYWORDS = 6; // that a message names
  const UPDATES = new Set(["ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"]);
  const form = kg.byId("ask");
  const status = kg.byId("status");
  const result = kg.byId("result");
  const stop = kg.byId("stop");
  const told = JSON.parse(kg.byId("told").textContent);
  const editor = kg.editor(kg.byId("query"), kg.byId("editor"), told.prefixes, () => form.requestSubmit());
  let asking = false;

  // The words of a query, without comments, IRIs, texts and names.
  const words = (text) => text
    .replace(/<[^<>"{}|^`\\\s]*>|"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, " ")
    .replace(/[?$@]\w+|[\w.-]*:[\w.-]*/g, " ").toUpperCase().match(/[A-Z]+/g) ?? [];

  const depth = (text) => {
    let [deepest, now] = [0, 0];
    for (const each of text.match(/[{}()[\]]/g) ?? []) deepest = Math.max(deepest, now += "{([".includes(each) ? 1 : -1);
    return deepest;
  };

  // Returns what a query is to do, or says why it cannot be done here.
  function kind(text) {
    const every = words(text);
    const first = every.find((word) => !["BASE", "PREFIX", "VERSION"].includes(word));
    if (!text.trim()) throw new kg.Refused("The query is empty. Choose a question from the list, or write one.");
    if (depth(text) > DEEPEST) throw new kg.Refused(`Brackets stand more than ${DEEPEST} deep in one another.`);
    if (UPDATES.has(first)) throw new kg.Refused(`${first} is refused: the graph in this page is only read.`);
    if (every.includes("SERVICE")) throw new kg.Refused("SERVICE is refused: this page has no network, and a query reads this graph alone.");
    if (every.includes("FROM")) throw new kg.Refused("FROM is refused: a query reads every graph at once. Name one with GRAPH <...> { ... }.");
    return first;
  }

  // Returns the engine's message in words, and its place, counted from 1.
  function pointed(text, message) {
    const found = /error at (\d+):(\d+): expected ([^]*)/.exec(message);
    if (!found) return { said: `The query cannot be answered: ${message}.` };
    const expected = found[3].replace(/^one of /, "").split(", ");
    const reasons = expected.filter((each) => /^[A-Z][A-Za-z]* [A-Za-z' ]+$/.test(each));
    const keywords = expected.filter((each) => /^[A-Z]{2,}$/.test(each) && !["LATERAL", "SERVICE"].includes(each));
    const hint = reasons.length ? ` ${reasons.join("; ")}.` : keywords.length && keywords.length <= KEYWORDS ? ` Expected here: ${keywords.join(", ")}.` : "";
    const given = { line: Number(found[1]) - 1, column: Number(found[2]), hint }; // the prefixes stand on a line before it
    const own = editor.mistake();
    const at = own && (own.line - given.line || own.column - given.column) < 0 ? own : given;
    const shown = text.split("\n")[at.line - 1] ?? "";
    const said = `The query is not understood at line ${at.line}, column ${at.column}.${at.hint}`;
    return { ...at, said, shown: `${shown}\n${shown.slice(0, at.column - 1).replace(/[^\t]/g, " ")}^` };
  }

  const say = (...parts) => status.replaceChildren(...parts.map((part) => (typeof part === "string" ? kg.el("p", {}, part) : part)));
  const counted = (count, one, many) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

  function rows(answer) {
    const count = answer.results.bindings.length;
    if (!count) return [kg.el("p", {}, "No rows: nothing in this graph fits the query.")];
    const cut = count > MOST ? ` The first ${MOST.toLocaleString("en-GB")} are shown; the CSV holds them all.` : "";
    return kg.answerTable(answer, answer.head.vars.map((name) => ({ name, heading: name })), counted(count, "row", "rows") + "." + cut, "", MOST);
  }

  function graph(text) {
    const save = kg.el("button", { type: "button" }, "Save as Turtle");
    save.addEventListener("click", () => kg.save("answer.ttl", "text/turtle;charset=utf-8", text));
    return [kg.el("p", {}, save), kg.el("pre", { id: "turtle", class: "whole", tabindex: "0", role: "region", "aria-label": "Answer in Turtle" }, text)];
  }

  // Returns the answer as elements, and what is said of it.
  function shown(form, answer) {
    if (form === "ASK") return [answer.boolean ? "Answered: yes." : "Answered: no.", [kg.el("p", { class: "lead" }, answer.boolean ? "Yes: something in this graph fits the query." : "No: nothing in this graph fits the query.")]];
    if (form !== "SELECT") {
      const { text, count } = kg.turtle(answer);
      return [`Answered: ${count ? counted(count, "triple", "triples") : "no triples"}.`, count ? graph(text) : [kg.el("p", {}, "No triples: nothing in this graph fits the query.")]];
    }
    const count = answer.results.bindings.length;
    return [`Answered: ${count ? counted(count, "row", "rows") : "no rows"}.`, rows(answer)];
  }

  async function ask(text) {
    const form = kind(text);
    const prefixes = Object.entries(told.prefixes).map(([prefix, space]) => `PREFIX ${prefix}: <${space}>`).join(" ");
    const [said, parts] = shown(form, await kg.runs(`${prefixes}\n${text}`, form === "CONSTRUCT" || form === "DESCRIBE"));
    say(said);
    result.replaceChildren(...parts);
  }

  function explain(text, error) {
    result.replaceChildren(kg.el("p", { class: "soft" }, "No answer to this query."));
    if (error instanceof kg.Stopped) return say("Stopped. The query is still in the field.");
    if (error instanceof kg.Broken) return say(`The engine broke off (${error.message}). The query is still in the field: divide it, or ask for less with LIMIT.`);
    if (error instanceof kg.Refused) return say(error.message);
    if (!(error instanceof kg.Misread)) return say(`The graph could not be loaded in this browser (${error.message}). At a command line, kg sparql answers the same.`);
    const { line, column, said, shown: where } = pointed(text, error.message);
    if (!line) return say(said);
    editor.mark(line, column);
    say(said, kg.el("pre", {}, where));
  }

  async function run() {
    if (asking) return;
    const text = editor.get();
    history.replaceState(null, "", `#query=${encodeURIComponent(text)}`);
    editor.unmark();
    asking = true;
    stop.hidden = false;
    say("Asking. The first time takes some seconds.");
    try {
      await ask(text);
    } catch (error) {
      explain(text, error);
    } finally {
      asking = false;
      stop.hidden = true;
    }
  }

  function restore() {
    const given = new URLSearchParams(location.hash.slice(1)).get("query");
    if (given === null) return;
    if (depth(given) > DEEPEST) return say(`The query of this page’s address is not taken: its brackets stand more than ${DEEPEST} deep in one another.`);
    editor.set(given);
    say("The query of this page’s address is in the field. It has not been asked.");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  stop.addEventListener("click", () => {
    kg.stops();
    kg.byId("run").focus();
  });
  kg.byId("take").addEventListener("click", () => {
    const chosen = kg.byId("example").selectedOptions[0];
    editor.set(told.questions[chosen.value]);
    say(`In the field: ${chosen.text}.`);
  });
  kg.byId("plain").addEventListener("change", (event) => editor.plain(event.target.checked));
  addEventListener("hashchange", restore);
  editor.plain(false);
  restore();
})();
