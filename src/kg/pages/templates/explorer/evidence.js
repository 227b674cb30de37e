"use strict";
// Sentences as evidence: each with its kind, its review, whom it is about, and a button for the tray.
(() => {
  const { el } = kg;
  const ROLES = { addressed: "Asked of", about: "About the service of", mentioned: "Names" };

  kg.chip = (node) => {
    const group = kg.data.groups[node.group];
    return el("span", { class: `chip g${group.colour}`, "aria-hidden": "true" }, group.letter);
  };
  kg.link = (node, changes = {}) => el("a", { href: kg.to({ node: node.id, link: null, ...changes }) }, node.label);

  kg.statement = (one, { review = true } = {}) => {
    const said = ["addressed", "about", "mentioned"].map((role) => {
      const names = one.agencies.filter(([each]) => each === role).map(([, at]) => kg.data.agencies[at].label);
      return names.length ? `${ROLES[role]}: ${names.join("; ")}.` : "";
    }).filter(Boolean).join(" ");
    const from = kg.data.reviews[one.review];
    const happened = from.year ? ` · event in ${from.year}` : " · year of the event not stated";
    return el("li", { class: "said", "data-id": one.id },
      el("p", {}, el("span", { class: `kind ${one.kind}` }, one.kind === "finding" ? "Finding" : "Recommendation"), " ", one.text),
      said ? el("p", { class: "whom" }, said) : null,
      review ? el("p", { class: "from" }, el("cite", {}, from.title), happened) : null,
      kg.tray ? kg.tray.button(one) : null);
  };

  // Some things as elements, the rest on demand: nobody reads a thousand, and a page must stay quick.
  const MOST = 20;
  kg.first = (things, draw, wrap = (button) => button) => {
    if (things.length <= MOST) return things.map(draw);
    const more = el("button", { type: "button", class: "more" }, `Show ${things.length - MOST} more`);
    more.addEventListener("click", () => { const rest = things.slice(MOST).map(draw); holder.replaceWith(...rest); rest[0].setAttribute("tabindex", "-1"); rest[0].focus(); });
    const holder = wrap(more);
    return [...things.slice(0, MOST).map(draw), holder];
  };

  // Statements under the title of their review, in the order of the page's data.
  kg.byReview = (statements, level = "h3") => {
    const found = new Map();
    for (const one of statements) if (found.has(one.review)) found.get(one.review).push(one); else found.set(one.review, [one]);
    return kg.first([...found], ([at, those]) => {
      const review = kg.data.reviews[at];
      const home = kg.data.site ? el("a", { href: `reviews/${review.id}.html` }, review.title) : review.title;
      const year = review.year ? ` · event in ${review.year}` : " · year of the event not stated";
      return el("section", { class: "case" },
        el(level, {}, home), el("p", { class: "soft" }, review.type + year),
        el("ul", { class: "plain" }, ...those.map((one) => kg.statement(one, { review: false }))));
    });
  };
  kg.paraphrase = () => el("p", { class: "soft" }, `${kg.data.wordings.join("; ").replace(/^./, (c) => c.toUpperCase())}.`);
})();
