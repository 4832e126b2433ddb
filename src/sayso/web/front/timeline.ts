// The timeline by keyboard: arrows move between marks, Home and End go to the ends of a lane,
// + and - zoom. Of all marks one is in the order of Tab at a time; without this script all are.

const MARKS = "a[data-lane]";

interface Place {
  mark: SVGAElement;
  lane: number;
  x: number;
  y: number;
}

function places(svg: Element): Place[] {
  return [...svg.querySelectorAll<SVGAElement>(MARKS)].map((mark) => ({
    mark,
    lane: Number(mark.dataset.lane),
    x: Number(mark.dataset.x),
    y: Number(mark.dataset.y),
  }));
}

/** In the order in which a lane is read: by time, then downwards. */
function inTime(a: Place, b: Place): number {
  return a.x - b.x || a.y - b.y;
}

/** The mark nearest in time on the next line above (-1) or below (1). */
function beyond(all: Place[], from: Place, way: -1 | 1): Place | undefined {
  const there = all.filter((place) => (place.y - from.y) * way > 0);
  const line = Math.min(...there.map((place) => (place.y - from.y) * way));
  return there
    .filter((place) => (place.y - from.y) * way === line)
    .sort((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0];
}

/** Where a key leads from a mark: undefined where it leads nowhere. */
function target(all: Place[], from: Place, key: string): Place | undefined {
  const lane = all.filter((place) => place.lane === from.lane).sort(inTime);
  switch (key) {
    case "ArrowRight":
      return lane[lane.indexOf(from) + 1];
    case "ArrowLeft":
      return lane[lane.indexOf(from) - 1];
    case "ArrowDown":
      return beyond(all, from, 1);
    case "ArrowUp":
      return beyond(all, from, -1);
    case "Home":
      return lane[0];
    case "End":
      return lane.at(-1);
    default:
      return undefined;
  }
}

/** Leave only one mark in the order of Tab. */
function rove(svg: Element, chosen: SVGAElement): void {
  for (const { mark } of places(svg)) mark.setAttribute("tabindex", mark === chosen ? "0" : "-1");
}

/** Show which other marks are of the same statements. */
function relate(svg: Element, chosen: SVGAElement): void {
  const rows = new Set(chosen.dataset.rows?.split(" ").filter(Boolean));
  for (const { mark } of places(svg)) {
    const related = mark.dataset.rows?.split(" ").some((row) => rows.has(row)) ?? false;
    mark.classList.toggle("related", related && mark !== chosen);
  }
}

function moved(event: KeyboardEvent): void {
  const at = event.target instanceof Element ? event.target.closest(".drawing") : null;
  const svg = at?.querySelector("svg.timeline");
  if (!svg || event.altKey || event.ctrlKey || event.metaKey) return;
  const zoom = { "+": "in", "=": "in", "-": "out" }[event.key];
  if (zoom) {
    event.preventDefault();
    document.querySelector<HTMLElement>(`[data-zoom="${zoom}"]:not([aria-disabled])`)?.click();
    return;
  }
  const all = places(svg);
  const from = all.find((place) => place.mark === document.activeElement);
  const to = from && target(all, from, event.key);
  if (to) {
    event.preventDefault();
    to.mark.focus();
  }
}

function ready(): void {
  for (const svg of document.querySelectorAll("svg.timeline")) {
    const first = svg.querySelector<SVGAElement>(MARKS);
    if (first) rove(svg, first);
  }
}

function focused(event: FocusEvent): void {
  const mark = event.target instanceof Element ? event.target.closest<SVGAElement>(MARKS) : null;
  const svg = mark?.closest("svg.timeline");
  if (mark && svg) {
    rove(svg, mark);
    relate(svg, mark);
  }
}

/** Make all timelines of the page, and those that zooming puts in their place, go by keyboard. */
export function timelines(): void {
  let last = "";
  ready();
  document.addEventListener("keydown", moved);
  document.addEventListener("focusin", focused);
  document.body.addEventListener("htmx:beforeSwap", () => {
    last = document.activeElement?.closest(MARKS)?.id ?? "";
  });
  document.body.addEventListener("htmx:afterSettle", () => {
    ready();
    if (last) document.getElementById(last)?.focus();
  });
}
