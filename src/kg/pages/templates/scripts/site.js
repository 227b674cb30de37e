"use strict";
// What every page of the site does with scripts: tables sort, and what needs scripts is shown.
(() => {
  for (const each of document.querySelectorAll(".needs-script")) each.hidden = false;
  kg.table();
  document.body.dataset.ready = "true";
})();
