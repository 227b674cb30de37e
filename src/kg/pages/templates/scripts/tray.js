"use strict";
// The tray: statements picked on any page of the site, kept by this browser and by nobody else.
(() => {
  const door = document.querySelector('.top nav a[href$="tray.html"]');
  if (!door) return; // a page by itself has no site to take a tray to
  const { el } = kg;
  const KEY = "kg-tray";
  const ID = /^[a-z]-[a-z0-9]{4,20}$/;
  const clean = (ids) => [...new Set(ids)].filter((id) => typeof id === "string" && ID.test(id));

  // A page from disk may have no storage: then the address of the tray's page carries what this page picked.
  let kept = true;
  const stored = () => { try { return localStorage.getItem(KEY); } catch { kept = false; return null; } };
  const read = () => { try { const found = JSON.parse(stored() ?? "[]"); return Array.isArray(found) ? clean(found) : []; } catch { return []; } }; // what is no list of ours is replaced
  let picked = read();
  const write = () => { try { localStorage.setItem(KEY, JSON.stringify(picked)); kept = true; } catch { kept = false; } };

  const home = door.getAttribute("href");
  const status = el("p", { role: "status", class: "unseen" });
  const watchers = new Set();

  function show() {
    door.textContent = picked.length ? `Tray (${picked.length})` : "Tray";
    door.setAttribute("href", kept || !picked.length ? home : kg.tray.link(picked, home));
    for (const button of document.querySelectorAll("button[data-pick]")) label(button);
    for (const watch of watchers) watch();
  }
  function label(button) { button.textContent = picked.includes(button.dataset.pick) ? "Remove from tray" : "Add to tray"; }
  function put(ids, words) {
    picked = clean(ids(kept ? read() : picked)); // another tab may have picked too
    write();
    show();
    kg.tray.say(`${words} ${picked.length} in your tray.`);
  }

  kg.tray = {
    get ids() { return [...picked]; },
    get kept() { return kept; },
    clean,
    link: (ids, page = home) => `${page.split("#")[0]}#pick=${ids.join(",")}`,
    say: (words) => { status.textContent = words; },
    add: (ids) => put((now) => [...now, ...ids], "Added."),
    remove: (ids) => put((now) => now.filter((id) => !ids.includes(id)), "Removed."),
    watch: (action) => watchers.add(action),
    button: ({ id }) => {
      const made = el("button", { type: "button", "data-pick": id });
      label(made);
      made.addEventListener("click", () => (picked.includes(id) ? kg.tray.remove([id]) : kg.tray.add([id])));
      return el("p", { class: "picking" }, made);
    },
  };

  for (const each of document.querySelectorAll(".said[data-id]")) each.append(kg.tray.button({ id: each.dataset.id }));
  document.querySelector(".top").append(status);
  addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) { picked = read(); show(); } });
  addEventListener("pageshow", (event) => { if (event.persisted && kept) { picked = read(); show(); } });
  show();
})();
