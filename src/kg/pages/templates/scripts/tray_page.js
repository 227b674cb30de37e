"use strict";
// The page of the tray: what was picked, or what a link brings, in full; and ways to take it along.
(() => {
  const { byId, el } = kg;
  const all = new Map(kg.said.statements.map((one) => [one.id, one]));
  const names = (those, list) => those.map((at) => list[at]).join("; ");
  const caution = kg.said.caution;
  const count = (number, noun = "statement") => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const upper = (text) => text.replace(/^./u, (first) => first.toUpperCase());
  let brought = [];
  let put = [];

  function fromAddress() {
    const pick = /^#pick=(.*)$/.exec(location.hash);
    if (!pick) return [];
    try { return kg.tray.clean(decodeURIComponent(pick[1]).split(",")); } catch { return []; } // a broken address picks nothing
  }
  const wanted = () => (brought.length ? brought : kg.tray.ids);
  const shown = () => { const those = new Set(wanted()); return kg.said.statements.filter((one) => those.has(one.id)); };

  // A statement with what must stand beside it wherever it goes.
  function whole(one) {
    const review = kg.said.reviews[one.review];
    return {
      ...one,
      kindWords: kg.said.kinds[one.kind],
      title: review.title,
      event: review.year ? `event in ${review.year}` : "year of the event not stated",
      year: review.year,
      themeNames: names(one.themes, kg.said.themes),
      askedNames: names(one.asked, kg.said.agencies),
      aboutNames: names(one.about, kg.said.agencies),
      label: upper(kg.said.wordings[one.wording]),
      citation: `${review.title} (${review.year ? `event in ${review.year}` : "year of the event not stated"}), in ${review.source}`,
    };
  }
  const details = (one) => [one.askedNames && `Asked of: ${one.askedNames}`, one.aboutNames && `About the service of: ${one.aboutNames}`, one.themeNames && `${one.themes.length === 1 ? "Theme" : "Themes"}: ${one.themeNames}`].filter(Boolean);

  function draw() {
    const those = shown().map(whole);
    const lost = wanted().filter((id) => !all.has(id));
    const parts = [];
    for (const one of those) {
      if (parts.at(-1)?.review !== one.review) parts.push({ review: one.review, said: [] });
      parts.at(-1).said.push(one);
    }
    byId("tray-list").replaceChildren(...parts.map(({ review, said }) => {
      const { id, title } = kg.said.reviews[review];
      return el("section", { class: "case" }, el("h3", {}, el("a", { href: `reviews/${id}.html` }, title)), el("p", { class: "soft" }, upper(said[0].event)),
        el("ul", { class: "plain" }, ...said.map((one) => el("li", { class: "said" },
          el("p", {}, el("span", { class: `kind ${one.kind}` }, one.kindWords), " ", one.text),
          ...details(one).map((line) => el("p", { class: "whom" }, line)),
          el("p", { class: "from" }, `${one.label}. ${one.citation}.`),
          kg.tray.button(one)))));
    }));
    byId("tray-title").textContent = brought.length ? `What this link brings: ${count(those.length)}` : `In your tray: ${count(those.length)}`;
    byId("tray-empty").hidden = Boolean(wanted().length);
    byId("tray-tools").hidden = !those.length;
    byId("tray-discuss").hidden = !those.length;
    byId("tray-lost").hidden = !lost.length;
    byId("tray-lost").textContent = `${count(lost.length)} of ${wanted().length} ${lost.length === 1 ? "is" : "are"} not in this build of the collection: ${lost.join(", ")}.`;
    byId("tray-link").value = kg.tray.link(wanted(), location.href);
    byId("tray-plan").hidden = !those.some((one) => one.kind === "recommendation");
    byId("tray-clear").hidden = Boolean(brought.length);
    byId("tray-back").hidden = !put.length || Boolean(kg.tray.ids.length);
    byId("tray-kept").hidden = kg.tray.kept;
    offer();
  }
  function offer() {
    const own = kg.tray.ids;
    const fresh = brought.filter((id) => all.has(id) && !own.includes(id));
    byId("tray-shared").hidden = !brought.length;
    byId("tray-offer").textContent = `This link brings these. Your own tray holds ${count(own.length)}, and is as it was.`;
    byId("tray-add").hidden = !fresh.length;
    byId("tray-add").textContent = `Add ${fresh.length === 1 ? "the one" : `the ${fresh.length}`} that your tray does not hold`;
  }

  const LINE = ["Lines", ""];
  function word(those) {
    const said = [];
    let last = null;
    for (const one of those) {
      if (one.review !== last) said.push(["Heading1", one.title], ["Note", `${upper(one.event)}.`]);
      last = one.review;
      said.push(["", [`${one.kindWords}. `, true], one.text], ...details(one).map((line) => ["Note", line]), ["Note", `${one.label}. ${one.citation}. ${one.id}`], ["", ["To discuss", true]], LINE, LINE);
    }
    return kg.word("Picked from case reviews", [["Title", "Picked from case reviews"], ["", caution], ...said, ["Heading1", "Notes"], LINE, LINE, LINE, LINE, ["Note", kg.said.cite]]);
  }
  const CSV = [["identifier", "id"], ["kind", "kindWords"], ["review", "title"], ["year of the event", "year"], ["text", "text"], ["whose words", "label"], ["themes", "themeNames"], ["asked of", "askedNames"], ["about the service of", "aboutNames"], ["citation", "citation"], ["to discuss", ""]];
  const PLAN = [["identifier", "id"], ["recommendation", "text"], ["asked of", "askedNames"], ["themes", "themeNames"], ["review", "title"], ["year of the event", "year"], ["whose words", "label"], ["citation", "citation"], ["owner", ""], ["due", ""], ["evidence", ""]];
  const table = (columns, those) => kg.csv([columns.map(([words]) => words), ...those.map((one) => columns.map(([, key]) => (key ? one[key] : "")))]);

  const acts = {
    word: () => kg.save("tray.docx", "", word(shown().map(whole))),
    csv: () => kg.save("tray.csv", "text/csv;charset=utf-8", table(CSV, shown().map(whole))),
    plan: () => kg.save("action-plan.csv", "text/csv;charset=utf-8", table(PLAN, shown().map(whole).filter((one) => one.kind === "recommendation"))),
    print: () => print(),
    clear: () => { put = kg.tray.ids; kg.tray.remove(put); byId("tray-back").focus(); },
    back: () => { kg.tray.add(put); put = []; draw(); byId("tray-title").focus(); },
    add: () => { kg.tray.add(brought.filter((id) => all.has(id))); own(); },
    own,
    copy: async () => { byId("tray-link").select(); try { await navigator.clipboard.writeText(byId("tray-link").value); kg.tray.say("Copied."); } catch { kg.tray.say("The link is selected: copy it."); } },
  };
  function own() { history.replaceState(null, "", location.href.split("#")[0]); open(); byId("tray-title").focus(); }
  function open() { brought = fromAddress(); draw(); }
  byId("tray-none").hidden = true;
  for (const button of document.querySelectorAll("[data-tray]")) button.addEventListener("click", () => acts[button.dataset.tray]());
  addEventListener("hashchange", open);
  kg.tray.watch(() => { // drawn anew, the list keeps the focus at its statement, or gives it to the heading
    const at = byId("tray-list").contains(document.activeElement) ? document.activeElement.dataset.pick : null;
    draw();
    if (at) (document.querySelector(`[data-pick="${at}"]`) ?? byId("tray-title")).focus();
  });
  open();
})();
