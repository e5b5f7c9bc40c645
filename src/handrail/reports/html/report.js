// The report as the page asks for it, and what the reader has chosen to see of it.

const REPORT = JSON.parse(document.getElementById("report").textContent);
const SEVERITIES = ["error", "warning", "note"];
const WAYS = ["upgrade", "downgrade", "upgrade again"];
const WAY_SIGNS = { upgrade: "upgrade", downgrade: "downgrade", "upgrade again": "again" };
const OUTCOME_SIGNS = { done: "done", refused: "refused", crashed: "error", stopped: "stopped" };
const DATABASES = [
  ...new Set([
    ...REPORT.walked.databases,
    ...REPORT.findings.map((finding) => finding.database).filter(Boolean),
  ]),
];
/** The filter: severities and databases that are shown, and the one rule, or all. */
const chosen = { severities: new Set(SEVERITIES), databases: new Set(DATABASES), rule: "" };

/** How often each name comes, in the order of the names. */
function tally(names) {
  const counts = new Map();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The heaviest first; what is accepted weighs least. */
function byWeight(one, other) {
  const weight = ({ accepted, severity }) => (accepted ? SEVERITIES.length : 0) + SEVERITIES.indexOf(severity);
  return weight(one) - weight(other);
}

function isChosen(finding) {
  return (
    chosen.severities.has(finding.severity) &&
    (!finding.database || chosen.databases.has(finding.database)) &&
    (!chosen.rule || finding.rule === chosen.rule)
  );
}

/** The findings that are shown. */
function found() {
  return REPORT.findings.filter(isChosen).sort(byWeight);
}

function keyOf(revision, database, way) {
  return JSON.stringify([revision, database, way]);
}

const FINDINGS_OF = Map.groupBy(REPORT.findings, (finding) =>
  keyOf(finding.revision, finding.database, finding.way),
);
const REFUSALS_OF = Map.groupBy(REPORT.refusals, (refusal) =>
  keyOf(refusal.revision, refusal.database, refusal.direction),
);
const UNTRIED_OF = Map.groupBy(REPORT.not_exercised, (each) =>
  keyOf(each.revision, each.database, each.direction),
);

/** A step as the stairs show it: where it is, what was walked (if it was), and what was found. */
class Step {
  constructor(stair, database, way) {
    this.stair = stair;
    this.database = database;
    this.way = way;
    this.tread = stair.treads.find((each) => each.database === database && each.way === way);
    this.key = keyOf(stair.revision, database, way);
    this.choose();
  }

  /** Its findings are those that are chosen now. */
  choose() {
    this.findings = (FINDINGS_OF.get(this.key) ?? []).filter(isChosen).sort(byWeight);
  }

  get refusals() {
    return REFUSALS_OF.get(this.key) ?? [];
  }

  get untried() {
    return UNTRIED_OF.get(this.key) ?? [];
  }

  get outcome() {
    return this.tread?.outcome ?? "not walked";
  }

  /** The sign and the colour of the worst that is shown of it. */
  get standing() {
    const [worst] = this.findings;
    if (worst) return worst.accepted ? "accepted" : worst.severity;
    if (!this.tread) return "none";
    return OUTCOME_SIGNS[this.outcome];
  }

  get title() {
    return `${this.way} of ${shown(this.stair.revision)} on ${this.database}`;
  }

  get told() {
    const standing = this.findings.filter((each) => !each.accepted);
    const words = SEVERITIES.map((severity) =>
      counted(standing.filter((each) => each.severity === severity).length, severity),
    ).filter((each) => !each.startsWith("0"));
    const accepted = this.findings.length - standing.length;
    return [`${this.title}: ${this.outcome}`, ...words, ...(accepted ? [`${accepted} accepted`] : [])].join(", ");
  }
}
