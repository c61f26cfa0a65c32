// A button that was pressed says what it is doing (data-busy) until the answer is there.
(() => {
  const start = (button) => {
    if (!button?.dataset.busy || button.ariaBusy === "true") return;
    button.idle = [...button.childNodes];
    button.replaceChildren(button.dataset.busy);
    button.ariaBusy = "true";
  };
  const end = (button) => {
    if (!button.idle) return;
    button.replaceChildren(...button.idle);
    button.ariaBusy = null;
  };
  const endAll = (root) => root.querySelectorAll("[aria-busy]").forEach(end);
  const pressed = (element, submitter) =>
    element.matches("form") ? submitter ?? element.querySelector("[data-busy]") : element;

  document.addEventListener("submit", (event) => {
    const button = pressed(event.target, event.submitter);
    if (button?.ariaBusy === "true") event.preventDefault();
    else if (!event.target.matches("[hx-post], [hx-boost]")) setTimeout(start, 0, button);
  });
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    start(pressed(detail.elt, detail.requestConfig.triggeringEvent?.submitter));
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    end(detail.elt);
    endAll(detail.elt);
  });
  window.addEventListener("pageshow", () => endAll(document));
})();
