"use strict";
// Which reviews raise which themes: a table of those chosen, up to as many as can be read side by side.
(() => {
  const { el } = kg;
  const MOST = 12;
  const holder = kg.byId("compare");
  const reviews = kg.data.reviews;
  const number = new Map(reviews.map((review, at) => [review.id, at]));

  function chosen(state, found) {
    const asked = state.with.map((id) => number.get(id)).filter((at) => at !== undefined);
    const alive = found.all ? null : new Set(found.statements.map((one) => one.review));
    return (asked.length ? asked : reviews.map((_, at) => at).filter((at) => !alive || alive.has(at))).slice(0, MOST);
  }

  function picker(those) {
    const picked = new Set(those);
    const box = (review, at) => el("label", {}, el("input", { type: "checkbox", value: review.id, checked: picked.has(at) }), ` ${review.title}`);
    const body = el("div", { class: "boxes" }, ...reviews.slice(0, 400).map(box));
    const made = el("details", { id: "compare-which" }, el("summary", {}, `Choose reviews (${those.length} of ${reviews.length} shown, ${MOST} at most)`), body);
    made.addEventListener("change", () => {
      const ids = [...made.querySelectorAll("input:checked")].map((each) => each.value).slice(0, MOST);
      kg.openPicker = true;
      kg.go({ with: ids, link: null });
    });
    made.open = Boolean(kg.openPicker);
    kg.openPicker = false;
    return made;
  }

  kg.drawCompare = (state, found) => {
    const those = chosen(state, found);
    const counts = new Map();
    for (const one of found.statements) if (those.includes(one.review)) for (const theme of one.themes) {
      const row = counts.get(theme) ?? new Map();
      row.set(one.review, (row.get(one.review) ?? 0) + 1);
      counts.set(theme, row);
    }
    const ranked = [...counts].sort(([one, ones], [other, others]) => others.size - ones.size || one - other);
    const head = el("tr", {}, el("th", { scope: "col" }, "Theme"), el("th", { scope: "col", class: "number" }, "Reviews"), ...those.map((at) => el("th", { scope: "col", class: "upright number" }, el("span", {}, reviews[at].title))));
    const rows = ranked.map(([theme, row]) => el("tr", {}, el("th", { scope: "row" }, kg.data.themes[theme].label), el("td", { class: "number" }, `${row.size}`),
      ...those.map((at) => el("td", { class: "number", "data-value": row.get(at) ?? "0" }, row.has(at) ? el("span", { class: "mark" }, `${row.get(at)}`) : el("span", { class: "soft", "aria-label": "0" }, "·")))));
    const table = el("table", { id: "compare-table", class: "matrix" }, el("caption", {}, "Findings and recommendations about each theme. Each summary is a selection: 0 means none in it, not none in the report."), el("thead", {}, head), el("tbody", {}, ...rows));
    kg.sortable(table);
    const save = el("button", { type: "button" }, "Save this table (CSV)");
    save.addEventListener("click", () => kg.save("compare-reviews.csv", "text/csv;charset=utf-8", kg.csv(kg.rows(table))));
    holder.replaceChildren(el("h2", { id: "compare-title" }, "Which reviews raise which themes"), picker(those), el("p", {}, save), el("div", { class: "wide tall", role: "region", "aria-label": "Themes by review", tabindex: "0" }, table));
  };
})();
