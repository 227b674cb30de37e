"use strict";
// Tables that can be sorted by their headings, and saved as CSV as they stand.
(() => {
  const order = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
  const text = (cell) => (cell.dataset.value ?? cell.textContent).replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();

  function sort(table, at, button) {
    const heading = button.closest("th");
    const down = heading.classList.contains("number") ? heading.getAttribute("aria-sort") !== "descending" : heading.getAttribute("aria-sort") === "ascending";
    const body = table.tBodies[0];
    const sign = down ? -1 : 1;
    const rows = [...body.rows].map((row, place) => ({ row, place, key: text(row.cells[at]) }));
    rows.sort((one, other) => (one.key === "") - (other.key === "") || sign * order.compare(one.key, other.key) || one.place - other.place);
    body.append(...rows.map(({ row }) => row));
    for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  // A cell that a spreadsheet would take for a formula begins with an apostrophe.
  const cell = (value) => { const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value; return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe; };
  kg.csv = (rows) => "\ufeff" + rows.map((row) => row.map((value) => cell(String(value))).join(",")).join("\r\n") + "\r\n";
  kg.rows = (table) => [...table.rows].filter((row) => !row.hidden).map((row) => [...row.cells].map(text));

  kg.sortable = (table) => {
    [...table.tHead.rows[0].cells].forEach((heading, at) => {
      if (heading.querySelector("button") || heading.classList.contains("fixed")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sort(table, at, button));
    });
  };

  kg.save = (name, type, content) => {
    const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };

  kg.table = () => {
    for (const table of document.querySelectorAll("table[data-sort]")) kg.sortable(table);
    for (const button of document.querySelectorAll("button[data-csv]")) {
      button.hidden = false;
      button.addEventListener("click", () => kg.save(`${button.dataset.csv}.csv`, "text/csv;charset=utf-8", kg.csv(kg.rows(kg.byId(button.dataset.csv)))));
    }
  };
})();
