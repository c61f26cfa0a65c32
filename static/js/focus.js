// Where a swap takes away what had the focus, the focus goes to what came instead.
(() => {
  let held = false;

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    held = detail.target.contains(document.activeElement) && !detail.elt.matches("[data-pulse]");
  });
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    const lost = !document.activeElement || document.activeElement === document.body;
    if (!held || !lost || target.closest(".count, #messages")) return;
    held = false;
    const place = target.querySelector("[data-focus]") ?? target;
    if (!place.matches("a, button, input, textarea, select")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
  // A form that comes back begins at its first mistake.
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(".has-error :is(input, textarea, select)")?.focus();
  });
})();
