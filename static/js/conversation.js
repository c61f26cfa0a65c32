// A conversation opens at its newest line, and stays there while its reader is there.
(() => {
  const newest = () => document.getElementById("newest");
  const form = () => document.getElementById("message-form");
  const isInView = (element) => element.getBoundingClientRect().top < innerHeight;
  let stays = false;

  document.addEventListener("DOMContentLoaded", () => {
    if (newest() && ["", "#newest"].includes(location.hash)) form().scrollIntoView({ block: "end" });
  });
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    stays = detail.target === newest() && isInView(form());
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (stays) form().scrollIntoView({ block: "end" });
    stays = false;
  });
})();
