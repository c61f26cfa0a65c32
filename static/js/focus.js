// After a swap the focus goes where the change is, unless it is somewhere already.
document.addEventListener("htmx:afterSettle", (event) => {
  const changed = event.target;
  const wanted = changed.querySelector?.("[data-focus]") ?? (changed.matches?.("[data-focus]") ? changed : null);
  const lost = document.activeElement === document.body || !document.activeElement;
  const place = wanted ?? (lost ? changed : null);
  if (!place || place === document.body || place.closest("[data-pulse], #messages")) return;
  if (!place.matches("a, button, input, textarea, select")) place.tabIndex = -1;
  place.focus({ preventScroll: !wanted });
});
