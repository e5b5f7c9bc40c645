// Puts the page together: summary, filter, stairs and panel.

const at = (name) => document.getElementById(name);

function summarise() {
  const { walked } = REPORT;
  const standing = REPORT.findings.filter((each) => !each.accepted);
  const accepted = REPORT.findings.length - standing.length;
  const number = (severity) => standing.filter((each) => each.severity === severity).length;
  const plural = (count, word) => (count === 1 ? word : `${word}s`);
  const counts = SEVERITIES.map((severity) => {
    const count = number(severity);
    return figure(count, plural(count, severity), severity);
  });
  const isWalked = walked.databases.length > 0;
  const hazards = walked.hazards;
  at("version").textContent = REPORT.handrail;
  const target = REPORT.target === "." ? "the current folder" : REPORT.target;
  at("target").replaceChildren(said(target));
  document.title = `${shown(target)}: Handrail report`;
  at("summary").append(
    make("dl", {}, counts, accepted ? figure(accepted, "accepted", "accepted") : "", REPORT.stairs.length ? figure(REPORT.refusals.length, "refused in words", "refused") : "", [
      figure(walked.revisions, `${plural(walked.revisions, "revision")} ${isWalked ? "walked" : "read"}`),
      isWalked ? figure(walked.steps, `steps on ${listed(walked.databases)}`) : "",
      hazards.found ? figure(`${hazards.exercised} of ${hazards.found}`, "hazards exercised") : "",
      REPORT.not_exercised.length ? figure(REPORT.not_exercised.length, "not exercised") : "",
    ]),
  );
}

function figure(number, words, kind = "") {
  const quiet = number === 0 ? " is-nil" : "";
  return make(
    "div",
    { class: `figure${kind ? ` is-${kind}` : ""}${quiet}` },
    make("dd", {}, kind ? sign(kind) : "", typeof number === "number" ? number.toLocaleString("en") : number),
    make("dt", {}, words),
  );
}

/** Toggles for severities and databases, a choice of rules, and how much is left. */
function filters(onChange) {
  const toggle = (set, name, content) => {
    const button = make(
      "button",
      {
        type: "button",
        class: `toggle is-${name}`,
        "aria-pressed": "true",
        click: () => {
          if (!set.delete(name)) set.add(name);
          button.setAttribute("aria-pressed", String(set.has(name)));
          onChange();
        },
      },
      content,
    );
    return button;
  };
  const group = (label, buttons) => make("div", { role: "group", "aria-label": label }, buttons);
  const rules = make("select", { id: "rule", change: () => ((chosen.rule = rules.value), onChange()) });
  rules.append(make("option", { value: "" }, "all rules"));
  for (const [name, count] of tally(REPORT.findings.map((each) => each.rule))) {
    rules.append(make("option", { value: name }, `${shown(name)} (${count})`));
  }
  at("filters").append(
    group("Severity", SEVERITIES.map((name) => toggle(chosen.severities, name, [sign(name), `${name}s`]))),
    DATABASES.length > 1 ? group("Database", DATABASES.map((name) => toggle(chosen.databases, name, name))) : "",
    make("label", { for: "rule" }, "Rule"),
    rules,
    make("output", { id: "count", role: "status" }),
  );
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  at("filters").hidden = !REPORT.findings.length;
}

/** Light or dark: as the system has it, until the reader says otherwise. */
function themes() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const tell = () => at("theme").setAttribute("aria-pressed", String(isDark()));
  at("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    tell();
  });
  dark.addEventListener("change", tell);
  tell();
}

/** On paper nothing can be opened, so that all of it is open. */
function paper() {
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const each of closed) {
      each.fill?.();
      each.open = true;
    }
  });
  addEventListener("afterprint", () => closed.forEach((each) => (each.open = false)));
}

function start() {
  const panel = at("panel");
  let selected = null;

  const draw = () => {
    const heading = make("h2", { id: "panel-heading", tabindex: "-1" }, selected ? selected.title : "What was found");
    const back = make("button", { type: "button", class: "back", click: () => leave() }, "Back to all findings");
    panel.replaceChildren(
      ...[heading, selected ? back : "", ...(selected ? inFull(selected) : overview(staircase && selectFinding))].filter(Boolean),
    );
    staircase?.mark(selected);
    const count = found().length;
    at("count").textContent = `${count} of ${counted(REPORT.findings.length, "finding")} shown`;
  };
  const select = (step) => {
    selected = step;
    draw();
    at("panel-heading").focus({ preventScroll: true });
    panel.scrollTop = 0;
    // Beside the stairs it is in sight already, below them it is not.
    if (getComputedStyle(panel).position !== "sticky") panel.scrollIntoView();
  };
  const leave = () => {
    const left = selected;
    selected = null;
    draw();
    if (left) staircase.focus(left);
  };
  const selectFinding = (finding) => {
    const step = staircase.stepOf(finding);
    if (step) select(step);
  };
  const refresh = () => {
    staircase?.refresh();
    draw();
  };

  at("waiting").remove();
  summarise();
  filters(refresh);
  themes();
  paper();
  at("stairs").hidden = !REPORT.stairs.length;
  document.body.classList.toggle("is-plain", !REPORT.stairs.length);
  const staircase = REPORT.stairs.length ? new Staircase(at("stairs"), select) : null;
  panel.addEventListener("keydown", (event) => event.key === "Escape" && selected && leave());
  refresh();
  document.querySelector("main").ariaBusy = "false";
}

start();
