// Elements are made here alone. Text of the target's goes through `shown`, and into text nodes only.

const SVG = "http://www.w3.org/2000/svg";
// What nobody would see, or what turns the words around it.
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The text with every sign that has no shape of its own spelled out. */
function shown(text) {
  return String(text).replace(HIDDEN, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** An element with attributes (a listener where the value is a function) and children. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== null) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== ""));
  return element;
}

/** A text of the target's, which keeps to itself whichever way it is written. */
function said(text, attributes = {}) {
  return make("bdi", attributes, shown(text));
}

/** One of the page's own signs; whoever cannot see it is told otherwise. */
function sign(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "sign");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A word with its sign, in the colour of what it says. */
function mark(name, words = name) {
  return make("span", { class: `mark is-${name}` }, sign(name), make("span", {}, words));
}

/** A text as it was written: a statement, an error, a command. */
function code(text, label) {
  return make(
    "pre",
    { tabindex: "0", role: "region", "aria-label": label },
    make("code", {}, said(text)),
  );
}

/** A part of the panel under a heading of its own; nothing where it has nothing in it. */
function part(heading, ...children) {
  const filled = children.flat().filter(Boolean);
  return filled.length ? make("section", { class: "part" }, make("h3", {}, heading), filled) : null;
}

/** What opens and closes. */
function folded(heading, open, ...children) {
  const attributes = open ? { class: "part", open: "" } : { class: "part" };
  return make("details", attributes, make("summary", {}, make("h3", {}, heading)), children);
}

/** How many were not kept, where some were not. */
function rest(some, thing) {
  return some.left_out ? make("p", { class: "rest" }, `and ${counted(some.left_out, `more ${thing}`)}`) : null;
}

function counted(number, thing) {
  return `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
}

function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function lasting(seconds) {
  if (seconds < 0.001) return "under 1 ms";
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`;
}
