"use strict";
// What every page of the site does with scripts: tables sort, and what needs scripts is shown.
(() => {
  for (const each of document.querySelectorAll(".needs-script")) each.hidden = false;
  kg.table();
  // The page's policy sends no form anywhere, so the field leads to the page that searches by its address.
  document.querySelector("form[data-search]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = `${event.target.dataset.search}#${new URLSearchParams({ find: kg.byId("seek").value.trim() })}`;
  });
  document.body.dataset.ready = "true";
})();
