// What a script adds to pages that are whole without it: pan and zoom, live filters, the day's slider, suggestions, keys.

const told = document.getElementById("told");
const say = words => { told.textContent = words; };

// --- Pictures: drag or arrow keys move, + − and the wheel with Ctrl zoom, 0 shows all.

function movable(canvas) {
  const svg = canvas.querySelector("svg");
  const whole = svg.viewBox.baseVal;
  const start = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const moved = (x, y) => { whole.x += x; whole.y += y; };
  const all = () => Object.assign(whole, start);
  const zoom = (factor, at = { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 }) => {
    const width = Math.min(start.width * 2, Math.max(start.width / 20, whole.width / factor));
    const real = whole.width / width;
    whole.x = at.x - (at.x - whole.x) / real;
    whole.y = at.y - (at.y - whole.y) / real;
    whole.width = width;
    whole.height /= real;
  };
  const keys = {
    "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), "0": all,
    ArrowLeft: () => moved(-whole.width / 12, 0), ArrowRight: () => moved(whole.width / 12, 0),
    ArrowUp: () => moved(0, -whole.height / 12), ArrowDown: () => moved(0, whole.height / 12),
  };
  canvas.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  const point = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  canvas.addEventListener("wheel", event => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, point(event));
  }, { passive: false });
  drag(canvas, point, moved);
  canvas.parentElement.append(buttons({ "+": ["Zoom in", keys["+"]], "−": ["Zoom out", keys["-"]], "⤢": ["Show all", all] }));
  fit(canvas, svg, start);
}

function fit(canvas, svg, start) {
  // On a narrow screen a wide picture begins readable and is moved with a finger; else all of it is seen.
  const room = canvas.clientWidth;
  if (start.width <= room) return;
  if (svg.classList.contains("map") || start.width > room * 1.6 && start.height < 900) return center(canvas, svg, start);
  if (start.width <= room * 1.6) svg.setAttribute("height", start.height * room / start.width);
  svg.setAttribute("width", room);
  canvas.classList.add("moves");
}

function center(canvas, svg, start) {
  // What the page is of stands in the middle, or on a map where most happened.
  const size = circle => circle.r.baseVal.value;
  const largest = () => [...svg.querySelectorAll(".map .dot circle")].sort((one, other) => size(other) - size(one))[0];
  const shape = svg.querySelector(".chosen circle, .chosen .card") ?? largest();
  if (!shape) return;
  const box = shape.getBBox();
  canvas.scrollLeft = (box.x + box.width / 2) / start.width * canvas.scrollWidth - canvas.clientWidth / 2;
}

function drag(canvas, point, moved) {
  let from = null, far = false;
  canvas.addEventListener("pointerdown", event => {
    if (event.button || event.target.closest("button")) return;
    from = point(event);
    far = false;
  });
  canvas.addEventListener("pointermove", event => {
    if (!from || event.pointerType === "touch" && !canvas.classList.contains("moves")) return;
    const to = point(event);
    if (!far && Math.hypot(to.x - from.x, to.y - from.y) < 4) return;
    far = true;
    canvas.setPointerCapture(event.pointerId);
    canvas.classList.add("held");
    moved(from.x - to.x, from.y - to.y);
  });
  for (const end of ["pointerup", "pointercancel"])
    canvas.addEventListener(end, () => { from = null; canvas.classList.remove("held"); });
  canvas.addEventListener("click", event => { if (far) event.preventDefault(); }, true);
  canvas.addEventListener("dragstart", event => event.preventDefault());
}

function buttons(actions) {
  const bar = document.createElement("div");
  bar.className = "zoom";
  for (const [sign, [name, action]] of Object.entries(actions)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = name;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", action);
    bar.append(button);
  }
  return bar;
}

// --- Evidence: an edge opens its sentences, and both are lit.

function open(anchor) {
  const tie = document.getElementById(anchor);
  if (!(tie instanceof HTMLDetailsElement)) return;
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  tie.open = true;
  for (const one of [tie, ...document.querySelectorAll(`.link[href="#${anchor}"]`)]) one.classList.add("lit");
  tie.scrollIntoView({ block: "center" });
  tie.querySelector("summary").focus({ preventScroll: true });
}

function light(way, on) {
  for (const anchor of way.dataset.ties.trim().split(" "))
    for (const link of document.querySelectorAll(`.link[href="#${anchor}"]`)) link.classList.toggle("lit", on);
}

// --- Filters: a change is answered at once, without leaving the page; the address follows.

let asking = null;

async function follow(form) {
  const given = [...new FormData(form)].filter(([name, value]) => value !== "" && !(name === "confidence" && +value === 0));
  const query = new URLSearchParams(given).toString();
  const address = location.pathname + (query ? `?${query}` : "");
  await show(address, form.contains(document.activeElement) ? document.activeElement : null);
  history.pushState(null, "", address);
}

async function show(address, focused = null) {
  const name = focused?.name, slider = focused?.hasAttribute("data-days");
  asking?.abort();
  asking = new AbortController();
  say("Asking …");
  try {
    const answer = await fetch(address, { signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector("main").replaceWith(page.querySelector("main"));
    document.title = page.title;
    prepare();
    if (name || slider) document.querySelector(slider ? "[data-days]" : `.filters [name="${name}"]`)?.focus();
    say("The page shows what passes the filters.");
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

function slide(range) {
  const days = text => Math.round(Date.parse(text) / 864e5), date = range.parentElement.querySelector('[type="date"]');
  if (!range.dataset.first) return;
  Object.assign(range, { min: days(range.dataset.first), max: days(range.dataset.last), hidden: false });
  range.value = date.value ? days(date.value) : range.max;
  range.addEventListener("input", () => {
    date.value = new Date(range.value * 864e5).toISOString().slice(0, 10);
    range.setAttribute("aria-valuetext", date.value);
  });
}

// --- Suggestions, forgiving spelling as the search does.

function suggest(input, list, chosen) {
  let number = -1, timer = 0;
  Object.entries({ role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": list.id })
    .forEach(([name, value]) => input.setAttribute(name, value));
  const shut = () => { list.hidden = true; number = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const mark = () => [...list.children].forEach((option, index) => {
    option.setAttribute("aria-selected", index === number);
    if (index === number) { input.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }); }
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim().length < 2) return shut();
    timer = setTimeout(async () => {
      const answer = await fetch(`/v1/entities?limit=8&q=${encodeURIComponent(input.value)}`);
      if (!answer.ok) return shut();
      const { items } = await answer.json();
      list.replaceChildren(...items.map((item, index) => choice(item, `${list.id}-${index}`, () => { shut(); chosen(item); })));
      list.hidden = !items.length;
      number = -1;
      input.setAttribute("aria-expanded", String(!list.hidden));
      say(`${items.length} suggestions`);
    }, 120);
  });
  input.addEventListener("keydown", event => {
    if (list.hidden) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) { number = (number + move + list.children.length) % list.children.length; mark(); event.preventDefault(); }
    else if (event.key === "Enter" && number >= 0) { event.preventDefault(); list.children[number].click(); }
    else if (event.key === "Escape") { event.stopPropagation(); shut(); }
  });
  input.addEventListener("blur", () => setTimeout(shut, 150));
}

function choice(item, id, action) {
  const option = document.createElement("li"), type = document.createElement("small");
  option.id = id;
  option.role = "option";
  type.textContent = item.type === "ArmedGroup" ? "Armed group" : item.type;
  option.append(item.name, type);
  option.addEventListener("click", action);
  return option;
}

function suggested(input, index) {
  const list = Object.assign(document.createElement("ul"), { id: `choices-${index}`, className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  input.after(list);
  suggest(input, list, item => { input.value = item.id; });
}

// --- All of it, on the page as it is now.

const narrow = matchMedia("(max-width: 46rem)");

function prepare() {
  document.querySelectorAll(".canvas").forEach(movable);
  document.querySelectorAll("[data-days]").forEach(slide);
  for (const filters of document.querySelectorAll(".narrowing:not([data-set])")) filters.open = !narrow.matches;
  document.querySelectorAll("[data-suggest]").forEach(suggested);
  for (const form of document.querySelectorAll("form[data-live]")) {
    form.querySelector("[data-plain]").hidden = true;
    form.addEventListener("change", () => follow(form));
    form.addEventListener("submit", event => { event.preventDefault(); follow(form); });
    form.addEventListener("input", event => {
      const output = event.target.parentElement.querySelector("output");
      if (output) output.textContent = (+event.target.value).toFixed(2);
    });
  }
  for (const link of document.querySelectorAll('.link[href^="#"]'))
    link.addEventListener("click", event => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      const anchor = link.getAttribute("href").slice(1);
      history.replaceState(null, "", `#${anchor}`);
      open(anchor);
    });
  for (const way of document.querySelectorAll("[data-ties]")) {
    way.addEventListener("pointerenter", () => light(way, true));
    way.addEventListener("pointerleave", () => light(way, false));
  }
}

const search = document.getElementById("search");
suggest(search, document.getElementById("suggestions"), item => location.assign(item.id.startsWith("incident/") ? `/${item.id}` : `/entities/${item.id}`));
addEventListener("popstate", () => show(location.href));
addEventListener("keydown", event => {
  const typing = event.target.matches("input, select, textarea");
  if (event.key === "/" && !typing) { event.preventDefault(); search.focus(); search.select(); }
  if (event.key === "Escape") document.querySelector("main").focus();
});
document.querySelector(".keys").hidden = false;
prepare();
if (location.hash.startsWith("#tie-")) open(location.hash.slice(1));
