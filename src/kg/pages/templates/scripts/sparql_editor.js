"use strict";
// The field of a query: Yasqe, an editor with colours, or the plain text field that it stands in for.
// Nothing is looked up elsewhere or kept in the browser, and Tab leaves the editor as it leaves any field.
kg.editor = (area, place, prefixes, run) => {
  // The editor's grammar, in which the prefixes of this project are known.
  Yasqe.defineMode("kg", (settings) => {
    const mode = Yasqe.getMode(settings, "sparql11");
    return { ...mode, startState: () => { const state = mode.startState(); return { ...state, prefixes: { ...prefixes } }; } };
  });
  Object.assign(Yasqe.defaults, {
    mode: "kg", autocompleters: [], gutters: ["CodeMirror-linenumbers"], foldGutter: false,
    extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-/": () => coloured.commentLines(), "Tab": false, "Shift-Tab": false },
    persistenceId: null, consumeShareLink: null, createShareableLink: undefined, showQueryButton: false, resizeable: false,
    queryingDisabled: "This page asks its own graph.", syntaxErrorCheck: false, editorHeight: "auto", viewportMargin: Infinity,
    screenReaderLabel: "Query in SPARQL",
  });
  const coloured = new Yasqe(place, { value: area.value });
  let wrong = null;
  const unmark = () => {
    if (wrong !== null) coloured.removeLineClass(wrong, "background", "wrong");
    wrong = null;
  };
  coloured.on("change", unmark);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  });

  return {
    get: () => (area.hidden ? coloured.getValue() : area.value),
    set: (text) => {
      area.value = text;
      coloured.setValue(text);
    },
    // Shows the plain field or the coloured one, with the same text in it.
    plain: (wanted) => {
      if (wanted) area.value = coloured.getValue();
      else coloured.setValue(area.value);
      area.hidden = !wanted;
      place.hidden = wanted;
      if (!wanted) coloured.refresh();
    },
    // Puts the cursor where the query is wrong; line and column count from 1.
    mark: (line, column) => {
      unmark();
      wrong = coloured.addLineClass(line - 1, "background", "wrong");
      coloured.setCursor({ line: line - 1, ch: column - 1 });
      const at = area.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1) + column - 1;
      area.setSelectionRange(at, at);
    },
    unmark,
    // Returns the first place that the editor's grammar does not take, often before the one that the engine gives.
    mistake: () => {
      if (!area.hidden) coloured.setValue(area.value);
      for (let line = 0; line < coloured.lineCount(); line += 1) {
        const wrong = coloured.getLineTokens(line, true).find((token) => !token.state.OK);
        if (wrong) return { line: line + 1, column: wrong.start + 1, hint: wrong.state.errorMsg ? ` ${wrong.state.errorMsg}.` : "" };
      }
      return null;
    },
  };
};
