// Parts that ask again and again (data-pulse) rest while nobody looks.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.matches("[data-pulse]") && document.hidden) event.preventDefault();
});
// An answer to one that was replaced meanwhile would find no place on the page.
document.addEventListener("htmx:beforeCleanupElement", ({ target }) => {
  if (target.matches?.("[data-pulse]")) target.addEventListener("htmx:beforeOnLoad", (late) => late.preventDefault());
});
