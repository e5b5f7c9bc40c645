// Findings with their evidence, and what else a run has to tell.

/** Findings that say the same of several databases, as one that opens to show the evidence. */
function card(findings, open, select = null) {
  const [finding] = findings;
  const databases = findings.map((each) => each.database).filter(Boolean);
  const where = databases.length ? ` on ${listed(databases)}` : "";
  const summary = make(
    "summary",
    {},
    make("span", { class: "marks" }, mark(finding.severity), finding.accepted ? mark("accepted") : ""),
    make("span", { class: "rule" }, said(finding.rule)),
    make("span", { class: "place" }, `${finding.way} of `, said(finding.revision), where),
    said(finding.message, { class: "message" }),
  );
  const details = make("details", { class: `finding is-${finding.accepted ? "accepted" : finding.severity}` }, summary);
  // Made when it is first wanted, since there may be hundreds.
  details.fill = () => {
    if (details.children.length > 1) return;
    details.append(...findings.map((each) => body(each, findings.length > 1, select)));
  };
  summary.addEventListener("click", details.fill);
  if (open) details.fill();
  details.open = open;
  return details;
}

/** Findings that differ in their database alone, together; in the order in which they come. */
function together(findings) {
  // Each database has words of its own for an error.
  const same = ({ rule, severity, revision, way, accepted, message, evidence }) =>
    JSON.stringify([rule, severity, revision, way, accepted, message.replace(evidence.error ?? "", "")]);
  return [...Map.groupBy(findings, same).values()].flatMap((group) =>
    new Set(group.map((each) => each.database)).size === group.length ? [group] : group.map((each) => [each]),
  );
}

function body(finding, isOneOfSeveral, select) {
  const { evidence } = finding;
  const spoken = wordsOf(finding.message, evidence.hazard);
  const step = select && finding.database;
  return make(
    "div",
    { class: "body" },
    isOneOfSeveral ? make("h3", { class: "on" }, `on ${finding.database}`) : null,
    finding.location ? make("p", { class: "where" }, said(`${finding.location.file}:${finding.location.line}`)) : null,
    step ? make("button", { type: "button", class: "go", click: () => select(finding) }, `Show the step on ${finding.database}`) : null,
    part("Accepted", finding.accepted ? make("p", {}, said(finding.accepted)) : null),
    part("Hazard", evidence.hazard ? make("p", {}, said(evidence.hazard)) : null),
    part("Rows that show it", rowsPutIn(evidence.rows, spoken)),
    part("Before and after", rowsBeforeAndAfter(evidence.changed)),
    part("Statement", evidence.statement ? code(evidence.statement.trim(), "statement") : null),
    part("Error", evidence.error ? code(evidence.error, "error") : null),
    part("Left behind", lines(evidence.left_behind)),
    part("Remedy", finding.remedy ? make("p", { class: "remedy" }, said(finding.remedy)) : null),
    part("See it again", finding.reproduce ? code(finding.reproduce, "command") : null),
    make("p", { class: "fingerprint" }, "fingerprint ", said(finding.fingerprint)),
  );
}

function lines(texts) {
  return texts.length ? [make("ul", { class: "lines" }, texts.map((text) => make("li", {}, said(text))))] : [];
}

/** All that is shown of a run: findings, then refusals, then what could not be tried. */
function overview(select) {
  const cards = together(found()).map((findings) => card(findings, false, select));
  const onChosen = (each) => chosen.databases.has(each.database) || !DATABASES.includes(each.database);
  const isGrave = REPORT.findings.some(({ accepted, severity }) => !accepted && severity !== "note");
  return [
    cards.length && !isGrave ? make("p", {}, mark("done", "No error and no warning stands")) : null,
    cards.length ? make("div", { class: "cards" }, cards) : calm(),
    refusals(REPORT.refusals.filter(onChosen)),
    untried(REPORT.not_exercised.filter(onChosen)),
  ];
}

/** That there is nothing to show is told with what was looked at. */
function calm() {
  const { walked } = REPORT;
  const hidden = REPORT.findings.length;
  if (hidden) return make("p", { class: "calm" }, `None of the ${counted(hidden, "finding")} is of what you chose to see.`);
  const { found: aims, exercised } = walked.hazards;
  const tried = aims ? `${exercised} of ${counted(aims, "hazard")} were exercised` : "no hazard was met";
  const extent = `${counted(walked.steps, "step")} of ${counted(walked.revisions, "revision")}`;
  const steps = walked.databases.length
    ? `${extent} were run on ${listed(walked.databases)}; ${tried}.`
    : `${counted(walked.revisions, "revision")} were read.`;
  return make("div", { class: "calm" }, mark("done", "Nothing found"), make("p", {}, steps));
}

function refusals(those) {
  if (!those.length) return null;
  const items = those.map((each) =>
    make(
      "li",
      {},
      mark("refused"),
      make("span", { class: "place" }, ` ${each.direction} of ${shown(each.revision)} on ${each.database}`),
      make("p", {}, said(each.message)),
      each.unsaid.length ? make("p", { class: "rest" }, `Its words leave out ${listed(each.unsaid)}.`) : null,
      rowsPutIn(each.rows.slice(0, 5), wordsOf(each.message)),
      rest({ left_out: Math.max(0, each.rows.length - 5) }, "row"),
    ),
  );
  return folded(`Refused in words (${those.length})`, false, make("ul", { class: "plain" }, items));
}

function untried(those) {
  if (!those.length) return null;
  const items = those.map((each) =>
    make(
      "li",
      {},
      make("span", { class: "place" }, `${each.direction} of ${shown(each.revision)} on ${each.database}: `),
      said(each.reason),
    ),
  );
  return folded(`Not exercised (${those.length})`, !REPORT.findings.length, make("ul", { class: "lines" }, items));
}
