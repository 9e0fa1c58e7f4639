// What the page can do beside being read: light up the words of a finding and back, filter the events, tell of a claim on a tap.
// The state of the filter stands behind "#!" in the address, so that a view can be passed on: #!verdict=conflict&place=Aleppo
"use strict";
(() => {
  const $ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const ids = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);
  document.documentElement.classList.add("js");

  if (matchMedia("(min-width: 761px)").matches) {
    document.documentElement.classList.add("wide");
    document.querySelector(".fold").open = true;
  }

  // Claims and everything that shows them.
  const shown = new Map();
  for (const element of $("[data-c]")) {
    for (const id of ids(element, "c")) {
      if (!shown.has(id)) shown.set(id, []);
      shown.get(id).push(element);
    }
  }
  let lit = [];
  const light = (source) => {
    lit.forEach((element) => element.classList.remove("on"));
    lit = source ? ids(source, "c").flatMap((id) => shown.get(id) || []).filter((element) => element !== source) : [];
    lit.forEach((element) => element.classList.add("on"));
  };
  for (const [start, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(start, (event) => light(event.target.closest("[data-c]")));
    document.addEventListener(end, () => light(null));
  }

  // A tap on words in an article tells what they claim, and leads to the findings.
  const note = document.getElementById("note");
  const close = () => { note.hidden = true; };
  document.addEventListener("click", (event) => {
    const words = event.target.closest("a.c");
    if (!words) return;
    event.preventDefault();
    const list = document.createElement("ul");
    list.append(...ids(words, "c").map((id) => document.getElementById("k" + id)).filter(Boolean).map((item) => {
      const copy = item.cloneNode(true);
      copy.removeAttribute("id");
      return copy;
    }));
    note.lastElementChild.replaceChildren(list);
    note.hidden = false;
    const first = note.querySelector(".back a[class], .back a");
    if (event.detail === 0 && first) first.focus();
  });
  note.firstElementChild.addEventListener("click", close);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  // A link to something in a folded part opens it.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (!target) return;
    target.scrollIntoView({ block: "nearest" });
    light(target.closest("[data-c]"));
  };

  // The filter.
  const form = document.getElementById("filter");
  const cards = $(".card[data-e]");
  const count = document.querySelector("#shown b");
  const chosen = (name) => { const option = form.elements[name].selectedOptions[0]; return option && option.dataset.i; };
  const apply = () => {
    const verdicts = $("input[name=verdict]:checked", form).map((box) => box.value);
    const [place, voice] = [chosen("place"), chosen("voice")];
    const [from, to] = [form.elements.from.value, form.elements.to.value];
    const fits = (card) =>
      (!verdicts.length || ids(card, "verdicts").some((verdict) => verdicts.includes(verdict))) &&
      (place === undefined || ids(card, "places").includes(place)) &&
      (voice === undefined || ids(card, "voices").includes(voice)) &&
      (!from || (card.dataset.to && card.dataset.to >= from)) &&
      (!to || (card.dataset.from && card.dataset.from <= to));
    const kept = new Set();
    for (const card of cards) {
      card.hidden = !fits(card);
      if (!card.hidden) kept.add(card.dataset.e);
    }
    for (const item of $(".rail li[data-e]")) item.hidden = !kept.has(item.dataset.e);
    for (const year of $(".rail .year")) year.hidden = !year.querySelector("li[data-e]:not([hidden])");
    for (const finding of $(".finding")) finding.hidden = verdicts.length > 0 && !verdicts.includes(finding.dataset.verdict);
    for (const fold of $(".lesser")) fold.hidden = !fold.querySelector(".finding:not([hidden])");
    for (const text of $(".text")) {
      const events = ids(text, "events");
      text.hidden = kept.size < cards.length && !events.some((event) => kept.has(event));
    }
    count.textContent = kept.size;
    document.getElementById("none").hidden = kept.size > 0;
  };
  const write = () => {
    const state = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) state.append(name, value);
    const dark = document.querySelector("[name=theme]:checked").id.slice("theme-".length);
    if (dark !== "auto") state.append("theme", dark);
    try { history.replaceState(null, "", "#!" + state); } catch { /* some browsers keep the address of a file as it is */ }
  };
  const read = () => {
    if (!location.hash.startsWith("#!")) return unfold();
    const state = new URLSearchParams(location.hash.slice(2));
    for (const box of $("input[name=verdict]", form)) box.checked = state.getAll("verdict").includes(box.value);
    for (const name of ["place", "voice", "from", "to"]) form.elements[name].value = state.get(name) || "";
    const theme = document.getElementById("theme-" + state.get("theme"));
    if (theme) theme.checked = true;
    apply();
  };
  form.addEventListener("change", () => { apply(); write(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); write(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const theme of $("[name=theme]")) theme.addEventListener("change", write);
  addEventListener("hashchange", read);
  read();
  document.documentElement.dataset.ready = "yes";
})();
