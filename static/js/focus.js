// Where a swap takes away what had the focus, the focus goes to what came instead.
(() => {
  let held = false;

  const mistake = () => document.querySelector(".has-error :is(input, textarea, select)");
  const beginning = () => mistake() ?? document.querySelector("main h1") ?? document.body;
  const changed = (target) => target.querySelector("[data-focus]") ?? target;

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    held = detail.target.contains(document.activeElement) && !detail.elt.matches("[data-pulse]");
  });
  document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
    const lost = !document.activeElement || document.activeElement === document.body;
    if (!held || !lost || target.closest(".count, #messages")) return;
    held = false;
    const place = detail.boosted ? beginning() : changed(target);
    if (!place.matches("a, button, input, textarea, select")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
  // A form that comes back begins at its first mistake.
  document.addEventListener("DOMContentLoaded", () => mistake()?.focus());
})();
