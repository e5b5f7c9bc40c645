// One step in full.

/** What the panel shows of a step. */
function inFull(step) {
  const { tread, stair } = step;
  return [
    make("p", { class: "message" }, said(stair.message)),
    make("p", { class: "facts" }, facts(step)),
    step.findings.map((finding, place) => card([finding], place < 3 && finding.severity !== "note" && !finding.accepted)),
    refusals(step.refusals),
    untried(step.untried),
    tread ? [example(tread), schema(tread), sent(tread), aims(tread), trials(tread)] : null,
  ].flat(2);
}

function facts({ stair, tread, outcome, standing }) {
  const parents = stair.parents.length ? ["stands on ", said(listed(stair.parents))] : ["the first of the chain"];
  return [
    make("span", {}, mark(tread ? OUTCOME_SIGNS[outcome] : standing, outcome)),
    tread ? make("span", {}, `${lasting(tread.seconds)} at most`) : "",
    make("span", {}, parents),
    make("span", { class: "where" }, said(`${stair.location.file}:${stair.location.line}`)),
  ];
}

function example(tread) {
  const { example: run } = tread;
  if (!run) return part("Rows before and after", make("p", { class: "rest" }, "No run changed, removed or added a row."));
  const over = run.title ? ["One run over ", make("q", {}, said(run.title))] : ["The run on an empty database"];
  return part(
    "Rows before and after",
    make("p", { class: "rest" }, over, run.outcome === "done" ? ":" : `, which ${run.outcome === "stopped" ? "was stopped" : run.outcome}:`),
    rowsBeforeAndAfter(run.rows.shown),
    rest(run.rows, "row"),
  );
}

function schema(tread) {
  if (!tread.alterations) return part("Schema", make("p", { class: "rest" }, "The same as the first upgrade makes."));
  if (!tread.alterations.shown.length) return part("Schema", make("p", { class: "rest" }, "It stays as it is."));
  return part("Schema", alterations(tread.alterations));
}

function sent(tread) {
  if (!tread.statements) return folded("Statements: the same as at first", false, make("p", { class: "rest" }, "See the upgrade."));
  const number = tread.statements.shown.length + tread.statements.left_out;
  return folded(`Statements (${number})`, false, statements(tread.statements));
}

function aims(tread) {
  const number = tread.aims.shown.length + tread.aims.left_out;
  if (!number) return null;
  const items = tread.aims.shown.map(([title, exercised]) =>
    make("li", {}, exercised ? mark("done", "exercised") : mark("warning", "not exercised"), " ", said(title)),
  );
  return folded(`Hazards (${number})`, false, make("ul", { class: "plain" }, items), rest(tread.aims, "hazard"));
}

function trials(tread) {
  const number = tread.trials.shown.length + tread.trials.left_out;
  const items = tread.trials.shown.map(([title, rows, outcome]) =>
    make(
      "li",
      {},
      mark(OUTCOME_SIGNS[outcome], outcome),
      " ",
      title ? said(title) : "an empty database",
      make("span", { class: "rest" }, title ? ` ${counted(rows, "row")}` : ""),
    ),
  );
  return folded(`Runs (${number})`, false, make("ul", { class: "plain" }, items), rest(tread.trials, "run"));
}
