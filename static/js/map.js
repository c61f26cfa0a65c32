// The map tells of whoever is pointed at or has the focus, and shows only their lines clearly.
(() => {
  let node = null;

  const tell = (next) => {
    if (next === node) return;
    node = next;
    const key = node?.dataset.told;
    const drawing = document.querySelector(".map-drawing");
    const set = (selector, name, test) =>
      document.querySelectorAll(selector).forEach((one) => one.classList.toggle(name, test(one)));
    drawing.classList.toggle("is-asked", Boolean(key));
    set("[data-ends]", "is-lit", (line) => line.dataset.ends.split(" ").includes(key));
    set("[data-told]", "is-told", (other) => other === node);
    set(".map-told li", "is-told", (text) => text.id === `told-${key}`);
  };

  const told = (event) => event.target.closest?.("[data-told]");
  document.addEventListener("focusin", (event) => told(event) && tell(told(event)));
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && told(event)) tell(told(event));
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && node && tell(null));

  // A finger cannot point without pressing: the first press tells, the second opens.
  let pressed = null;
  document.addEventListener("pointerdown", (event) => {
    pressed = { finger: event.pointerType === "touch", before: node };
  });
  document.addEventListener("click", (event) => {
    if (!told(event) || !pressed?.finger || pressed.before === told(event)) return;
    event.preventDefault();
    tell(told(event));
  });

  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector("[data-map]");
    if (box) box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
  });
})();
