// Rows, statements and schemas as tables and lists.

/** A value in a cell; what is no text, or none to see, is said in words of the page's own. */
function value(given) {
  if (given === null) return make("span", { class: "nothing" }, "NULL");
  if (given === "") return make("span", { class: "nothing" }, "empty text");
  return said(given);
}

/** Tables may be wider than the page; whoever has no mouse moves them by arrow keys. */
function wide(table, label) {
  return make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": label }, table);
}

/** The first column, then those that are spoken of, then the others. */
function ordered(names, spoken) {
  const [first, ...others] = names;
  const isSpoken = (name) => spoken.has(name);
  return [first, ...others.filter(isSpoken), ...others.filter((name) => !isSpoken(name))];
}

function wordsOf(...texts) {
  return new Set(texts.flatMap((text) => (text ?? "").match(/[\p{L}\p{N}_]+/gu) ?? []));
}

/** The rows that were put in, a table for each of theirs. */
function rowsPutIn(rows, spoken) {
  return [...Map.groupBy(rows, (row) => row.table)].map(([name, held]) => {
    const names = ordered([...new Set(held.flatMap((row) => Object.keys(row.values)))], spoken);
    const body = held.map((row) => {
      const cells = names.map((column) =>
        make("td", { class: spoken.has(column) ? "spoken" : null }, column in row.values ? value(row.values[column]) : ""),
      );
      return make("tr", {}, cells);
    });
    return wide(
      make("table", {}, caption(name, counted(held.length, "row")), headed(names), make("tbody", {}, body)),
      `rows of ${shown(name)}`,
    );
  });
}

function caption(name, words) {
  return make("caption", {}, said(name, { class: "name" }), ` ${words}`);
}

function headed(names, first = []) {
  const heads = names.map((name) => make("th", { scope: "col" }, said(name)));
  return make("thead", {}, make("tr", {}, first, heads));
}

/** Rows before and after, a table for each of theirs; what moved stands first. */
function rowsBeforeAndAfter(pairs) {
  return [...Map.groupBy(pairs, (pair) => pair.table)].map(([name, held]) => {
    const names = new Set(held.flatMap((pair) => Object.keys(pair.before ?? {})));
    for (const pair of held) Object.keys(pair.after ?? {}).forEach((each) => names.add(each));
    const moved = new Set([...names].filter((each) => held.some((pair) => isMoved(pair, each))));
    const columns = ordered([...names], moved);
    const corner = make("th", { scope: "col" }, make("span", { class: "unseen" }, "what happened"));
    const body = held.map((pair) => pairRow(pair, columns));
    return wide(
      make("table", {}, caption(name, "before and after"), headed(columns, [corner]), make("tbody", {}, body)),
      `rows of ${shown(name)} before and after`,
    );
  });
}

function isMoved(pair, column) {
  return pair.before && pair.after && pair.before[column] !== pair.after[column];
}

function fate(pair, columns) {
  if (!pair.before) return ["new", "+"];
  if (!pair.after) return ["gone", "−"];
  return columns.some((column) => isMoved(pair, column)) ? ["changed", "±"] : ["same", "="];
}

function pairRow(pair, columns) {
  const [word, glyph] = fate(pair, columns);
  const cells = columns.map((column) => make("td", {}, pairCell(pair, column, word)));
  const head = make("th", { scope: "row" }, make("span", { "aria-hidden": "true" }, `${glyph} `), word);
  return make("tr", { class: `is-${word}` }, head, cells);
}

function pairCell(pair, column, word) {
  const before = pair.before?.[column];
  const after = pair.after?.[column];
  if (word !== "changed" || before === after) return [value(after ?? before ?? null)];
  return [
    before === undefined ? "" : make("del", {}, value(before)),
    before === undefined || after === undefined ? "" : " → ",
    after === undefined ? "" : make("ins", {}, value(after)),
  ];
}

/** What is new in a schema, gone from it, or something else than it was. */
function alterations(some) {
  const lines = some.shown.map(([thing, before, after]) => {
    const [word, glyph] = before === null ? ["new", "+"] : after === null ? ["gone", "−"] : ["changed", "±"];
    const texts = [before === null ? "" : make("del", {}, said(before)), after === null ? "" : make("ins", {}, said(after))];
    return make(
      "li",
      { class: `is-${word}` },
      make("span", { class: "glyph", "aria-hidden": "true" }, glyph),
      make("span", { class: "unseen" }, `${word}: `),
      said(thing, { class: "name" }),
      texts.map((text) => (text ? make("div", { class: "text" }, text) : "")),
    );
  });
  return [make("ul", { class: "alterations" }, lines), rest(some, "thing")];
}

function statements(some) {
  const lines = some.shown.map((text) => make("li", {}, make("code", {}, said(text.trim()))));
  const list = make("ol", { class: "statements" }, lines);
  return [
    make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "statements" }, list),
    rest(some, "statement"),
  ];
}
