"use strict";
// What the page holds, and what is looked up in it.
kg.data = JSON.parse(document.getElementById("explorer-data").textContent);

// What each statement is, and which nodes it belongs to, follows from what it says of itself.
(() => {
  const { kind, nodes, reviews, themes, agencies, statements } = kg.data;
  const number = new Map(nodes.map((node, at) => [node.id, at]));
  const of = (things) => things.map(({ id }) => number.get(id));
  const [byReview, byTheme, byAgency] = [of(reviews), of(themes), of(agencies)];
  const known = (at) => at !== undefined;
  for (const one of statements) {
    one.kind = one.id[0] === "f" ? "finding" : "recommendation";
    if (kind === "themes") one.nodes = one.themes.map((at) => byTheme[at]).filter(known);
    else if (kind === "reviews") one.nodes = [byReview[one.review]].filter(known);
    else one.nodes = [...new Set(one.agencies.filter(([role]) => role !== "mentioned").map(([, at]) => byAgency[at]))].filter(known);
  }
})();

// Indexes: by node its statements and its lines, by id its number.
kg.index = (() => {
  const { nodes, statements, lines } = kg.data;
  const number = new Map(nodes.map((node, at) => [node.id, at]));
  const said = nodes.map(() => []);
  for (const one of statements) for (const node of one.nodes) said[node].push(one);
  const joined = nodes.map(() => []);
  kg.lines = lines.map(([a, b, shared, expected, verdict, same, strongest], rank) => ({ a, b, shared, expected, verdict, same, strongest, rank, id: `${nodes[a].id}~${nodes[b].id}` }));
  for (const line of kg.lines) { joined[line.a].push(line); joined[line.b].push(line); }
  return { number, said, joined, line: new Map(kg.lines.map((line) => [line.id, line])) };
})();

kg.words = kg.data.words;
kg.count = (number, [one, many]) => `${number} ${number === 1 ? one : many}`;

// What joins the nodes of a statement: reviews join themes and agencies, themes join reviews.
kg.vias = kg.data.kind === "reviews"
  ? { of: (one) => one.themes, label: (at) => kg.data.themes[at].label, noun: ["theme", "themes"] }
  : { of: (one) => [one.review], label: (at) => kg.data.reviews[at].title, noun: ["review", "reviews"] };
