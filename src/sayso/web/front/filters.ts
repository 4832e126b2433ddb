// The filter bar: what is chosen is shown at once, the address follows.

/** Send the filters when one of them has changed; the button stays for those without a script. */
export function filters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-live]")) {
    form.addEventListener("change", () => form.requestSubmit());
  }
}
