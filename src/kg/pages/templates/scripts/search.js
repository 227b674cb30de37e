"use strict";
// Finds pages by words, in an index that is made here of what the site's list of things says.
(() => {
  const MOST = 50;
  const APART = /[\s\u00a0]+|[^\p{L}\p{N}'\u2019]+/u;
  const index = new MiniSearch({
    fields: ["title", "text", "names"],
    storeFields: ["kind", "title", "text", "href"],
    tokenize: (text) => text.split(APART).filter(Boolean),
    searchOptions: { boost: { title: 3, names: 2 }, prefix: (word) => word.length > 2, fuzzy: (word) => (word.length > 4 ? 0.2 : false), combineWith: "AND" },
  });
  index.addAll(kg.things);
  const status = kg.byId("status");
  const list = kg.byId("found");

  const item = ({ kind, title, text, href }) => kg.el("li", { class: "said" }, kg.el("p", {}, kg.el("span", { class: "kind" }, kind), " ", kg.el("a", { href }, title)), text && kg.el("p", { class: "whom" }, text));

  function find() {
    const words = (new URLSearchParams(location.hash.slice(1)).get("find") ?? "").trim();
    kg.byId("words").value = words;
    const found = words ? index.search(words) : [];
    list.replaceChildren(...found.slice(0, MOST).map(item));
    if (!words) status.textContent = "";
    else if (found.length === 0) status.textContent = `Nothing here has the words “${words}”. That a word is not found does not mean that the reviews are silent on it: they may say it in other words. Try fewer words, or look in the list of themes.`;
    else status.textContent = `${found.length} found${found.length > MOST ? `; the first ${MOST} are shown` : ""}.`;
  }

  kg.byId("find").addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = new URLSearchParams({ find: kg.byId("words").value.trim() });
  });
  addEventListener("hashchange", find);
  find();
})();
