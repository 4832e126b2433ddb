// The reading view: a click or j and k move between an article's statements. Without a script the
// numbers of the rows and of the text are links that do the same.

type Piece = { readonly element: HTMLElement; readonly role: string };

const KEYS = "sayso-reading-keys";

/** Wire up the reading view where there is one. */
export function reading(): void {
  const view = document.querySelector<HTMLElement>("[data-reading]");
  if (!view) return;
  const rows = [...view.querySelectorAll<HTMLElement>(".row")];
  const list = view.querySelector<HTMLElement>("aside");
  if (!list || rows.length === 0) return;
  const pieces = piecesByNumber(view);
  const byNumber = new Map(rows.map((row) => [row.dataset.n ?? "", row]));
  let current = rows.findIndex((row) => row.hasAttribute("aria-current"));

  const choose = (row: HTMLElement, from: "text" | "row" | "key"): void => {
    for (const other of rows) other.removeAttribute("aria-current");
    for (const mark of view.querySelectorAll(".mk.chosen")) unmark(mark);
    row.setAttribute("aria-current", "true");
    current = rows.indexOf(row);
    const own = pieces.get(row.dataset.n ?? "") ?? [];
    for (const { element, role } of own) element.classList.add("chosen", `is-${role}`);
    const link = row.querySelector<HTMLAnchorElement>("a.row-number");
    if (link) history.replaceState(null, "", link.href);
    row.focus({ preventScroll: true });
    const beside = getComputedStyle(list).position === "sticky";
    // One below the other, only one of them fits the window: that which was not clicked.
    if (beside || from !== "row") row.scrollIntoView({ block: "nearest" });
    if (beside || from === "row") own[0]?.element.scrollIntoView({ block: "center" });
  };

  view.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element) || !getSelection()?.isCollapsed) return;
    const link = target.closest("a");
    if (link && !link.matches(".row-number, .anchor")) return;
    if (target.closest("button, input, summary")) return;
    const row = target.closest<HTMLElement>(".row") ?? rowOf(target, link);
    if (!row) return;
    event.preventDefault();
    choose(row, target.closest(".row") ? "row" : "text");
  });

  /** The row of a number in the text, or of a mark: the innermost, then the one around it. */
  const rowOf = (target: Element, link: Element | null): HTMLElement | undefined => {
    if (link instanceof HTMLElement) return byNumber.get(link.dataset.n ?? "");
    const mark = target.closest<HTMLElement>(".mk");
    const there = numbers(mark)
      .map((number) => byNumber.get(number))
      .filter((row) => row !== undefined)
      .reverse();
    const next = there.findIndex((row) => row === rows[current]) + 1;
    return there[next % there.length];
  };

  const keys = keySwitch(list);
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    const on = event.target;
    if (on instanceof Element && on.matches("input:not([type=checkbox]), select, textarea")) return;
    const step = { j: 1, k: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = current < 0 ? (step > 0 ? 0 : rows.length - 1) : current + step;
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
    if (row) choose(row, "key");
  });

  copyButtons(rows, list);
  rows[current]?.scrollIntoView({ block: "nearest" });
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "center" });
}

/** The marks of each statement, in the order of the text. */
function piecesByNumber(view: HTMLElement): Map<string, Piece[]> {
  const found = new Map<string, Piece[]>();
  for (const element of view.querySelectorAll<HTMLElement>("[data-m]")) {
    for (const touch of (element.dataset.m ?? "").trim().split(" ")) {
      const [number, role] = touch.split(":");
      if (number === undefined || role === undefined) continue;
      const pieces = found.get(number) ?? [];
      pieces.push({ element, role });
      found.set(number, pieces);
    }
  }
  return found;
}

/** The numbers of a mark's statements, each once, the outermost first. */
function numbers(mark: HTMLElement | null): string[] {
  const touches = (mark?.dataset.m ?? "").trim().split(" ");
  return [...new Set(touches.map((touch) => touch.split(":")[0] ?? ""))];
}

function unmark(mark: Element): void {
  mark.classList.remove("chosen");
  for (const name of [...mark.classList]) if (name.startsWith("is-")) mark.classList.remove(name);
}

/** Keys of one letter get in the way of speech input: they can be switched off (WCAG 2.1.4). */
function keySwitch(list: HTMLElement): HTMLInputElement {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = localStorage.getItem(KEYS) !== "off";
  box.addEventListener("change", () => localStorage.setItem(KEYS, box.checked ? "on" : "off"));
  const label = document.createElement("label");
  label.className = "keys";
  label.append(box, " j and k move between statements");
  list.querySelector("h2")?.after(label);
  return box;
}

/** A button beside each permanent link that copies it, where the browser can. */
function copyButtons(rows: readonly HTMLElement[], list: HTMLElement): void {
  if (!navigator.clipboard) return;
  const told = document.createElement("p");
  told.className = "hidden";
  told.setAttribute("role", "status");
  list.append(told);
  for (const row of rows) {
    const link = row.querySelector<HTMLAnchorElement>("a.permanent");
    if (!link) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy the permanent link of statement ${row.dataset.n}`);
    button.addEventListener("click", async () => {
      const done = await navigator.clipboard.writeText(link.href).then(
        () => true,
        () => false,
      );
      button.textContent = done ? "Copied" : "Not allowed";
      told.textContent = done ? "Link copied" : "The browser does not allow copying";
    });
    link.after(" ", button);
  }
}
