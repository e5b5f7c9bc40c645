// The chain as a staircase: the last revision at the top, each step a button.

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The stairs, and a grid of buttons in which arrow keys move the one that Tab comes to. */
class Staircase {
  constructor(place, onSelect) {
    this.onSelect = onSelect;
    this.buttons = new Map();
    this.rows = [];
    const stairs = [...REPORT.stairs].reverse();
    const list = make("ol", { class: "stairs", reversed: "", keydown: (event) => this.move(event) });
    list.style.setProperty("--gaps", Math.max(1, stairs.length - 1));
    stairs.forEach((stair, place) => list.append(this.stair(stair, stairs.length - place, stairs.length)));
    const hint = "The first revision is at the foot. Arrow keys move between steps, Enter opens one.";
    place.append(make("h2", { id: "stairs-heading" }, "The stairs"), make("p", { class: "hint" }, hint), legend(), databases(), list);
    this.rows.at(0)?.at(0)?.setAttribute("tabindex", "0");
  }

  stair(stair, height, count) {
    const row = [];
    const flights = DATABASES.map((database) => {
      const buttons = WAYS.map((way) => this.button(new Step(stair, database, way)));
      row.push(...buttons);
      const name = make("span", { class: "database" }, database);
      return make("div", { class: "flight", "data-database": database }, name, buttons);
    });
    this.rows.push(row);
    const what = make(
      "div",
      { class: "what" },
      make("span", { class: "line" }, said(stair.revision, { class: "revision" }), make("span", { class: "sum" }, sum(stair))),
      said(stair.message, { class: "message" }),
    );
    const item = make("li", { value: height, class: "stair" }, what, make("div", { class: "flights" }, flights));
    item.style.setProperty("--climbed", count > 1 ? (height - 1) / (count - 1) : 0);
    return item;
  }

  button(step) {
    const button = make("button", { type: "button", class: "step", tabindex: "-1", click: () => this.onSelect(step) });
    button.step = step;
    this.buttons.set(step.key, button);
    return button;
  }

  /** Every button tells of what is chosen to be seen. */
  refresh() {
    for (const button of this.buttons.values()) {
      const { step } = button;
      step.choose();
      const { standing, told } = step;
      const number = step.findings.length;
      button.className = `step is-${standing}`;
      button.setAttribute("aria-label", told);
      button.title = told;
      button.replaceChildren(
        sign(WAY_SIGNS[step.way]),
        sign(standing),
        number > 1 ? make("span", { class: "number" }, String(number)) : "",
      );
    }
    for (const flight of document.querySelectorAll(".flight")) {
      flight.hidden = !chosen.databases.has(flight.dataset.database);
    }
  }

  /** The step that the panel shows, or none. */
  mark(step) {
    for (const button of this.buttons.values()) button.removeAttribute("aria-current");
    if (step) this.buttons.get(step.key)?.setAttribute("aria-current", "true");
  }

  stepOf(finding) {
    return this.buttons.get(keyOf(finding.revision, finding.database, finding.way))?.step;
  }

  focus(step) {
    this.land(this.buttons.get(step.key));
  }

  land(button) {
    for (const each of this.buttons.values()) each.setAttribute("tabindex", "-1");
    button.setAttribute("tabindex", "0");
    button.focus();
  }

  move(event) {
    const rows = this.rows.map((row) => row.filter((button) => !button.parentElement.hidden));
    const at = rows.findIndex((row) => row.includes(event.target));
    if (at < 0) return;
    const column = rows[at].indexOf(event.target);
    const [down, right] = ARROWS[event.key] ?? [0, 0];
    const ends = { Home: rows[at][0], End: rows[at].at(-1), PageUp: rows[0][column], PageDown: rows.at(-1)[column] };
    const next = ends[event.key] ?? rows[at + down]?.[column + right];
    if (next && next !== event.target) {
      event.preventDefault();
      this.land(next);
    }
  }
}

/** How many hazards were on the way up and down, and what the longest run took. */
function sum(stair) {
  const aimed = stair.treads.reduce((all, { aims }) => all + aims.shown.length + aims.left_out, 0);
  const longest = Math.max(...stair.treads.map((tread) => tread.seconds));
  const hazards = aimed ? [counted(aimed, "hazard")] : [];
  return stair.treads.length ? [...hazards, lasting(longest)].join(", ") : "not walked";
}

function databases() {
  const names = DATABASES.map((name) => make("span", { class: "flight", "data-database": name }, name));
  return make("div", { class: "databases", "aria-hidden": "true" }, names);
}

function legend() {
  const ways = WAYS.map((way) => make("span", {}, sign(WAY_SIGNS[way]), way));
  const marks = [mark("done"), mark("refused"), mark("note"), mark("warning"), mark("error")];
  return make("p", { class: "legend" }, ways, marks);
}
