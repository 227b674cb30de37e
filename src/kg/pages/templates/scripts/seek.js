"use strict";
// The field in the head of every page. The page's policy sends no form anywhere, so it leads to the page that
// searches by its address.
document.querySelector("form[data-search]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  location.href = `${event.target.dataset.search}#${new URLSearchParams({ find: kg.byId("seek").value.trim() })}`;
});
