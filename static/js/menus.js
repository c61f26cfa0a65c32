// Menus are <details>: Escape and a click elsewhere close them. What opens is seen whole.
(() => {
  const open = () => document.querySelectorAll("details.menu[open]");

  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  // Toggling does not bubble.
  document.addEventListener("toggle", ({ target }) => {
    if (target.matches("details.menu[open]")) {
      target.querySelector(".menu-list")?.scrollIntoView({ block: "nearest" });
    }
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();
