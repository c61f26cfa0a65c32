// A button that was pressed says what it is doing (data-busy) until the answer is there.
(() => {
  const start = (button) => {
    if (!button || button.dataset.idle) return;
    button.dataset.idle = button.innerHTML;
    button.textContent = button.dataset.busy;
    button.setAttribute("aria-busy", "true");
  };
  const end = (button) => {
    if (!button?.dataset.idle) return;
    button.innerHTML = button.dataset.idle;
    delete button.dataset.idle;
    button.removeAttribute("aria-busy");
  };
  const endAll = (root) => root.querySelectorAll("[aria-busy][data-idle]").forEach(end);

  document.addEventListener("submit", (event) => {
    const pressed = event.submitter ?? event.target.querySelector("button[data-busy]");
    if (pressed?.ariaBusy === "true") return event.preventDefault();
    if (pressed?.dataset.busy) setTimeout(() => event.defaultPrevented && !pressed.closest("[hx-post]") || start(pressed));
  });
  document.addEventListener("htmx:afterRequest", (event) => endAll(event.target));
  window.addEventListener("pageshow", (event) => event.persisted && endAll(document));
})();
