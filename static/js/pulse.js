// Parts that ask again and again (data-pulse) rest while nobody looks, and once the page is about to
// come back whole: a second time would break off the first.
let comesBack = false;
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.matches("[data-pulse]") && (document.hidden || comesBack)) event.preventDefault();
});
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (comesBack) event.preventDefault();
  comesBack ||= event.detail.xhr.getResponseHeader("HX-Refresh") === "true";
});
// An answer to one that was replaced meanwhile would find no place on the page.
document.addEventListener("htmx:beforeCleanupElement", ({ target }) => {
  if (target.matches?.("[data-pulse]")) target.addEventListener("htmx:beforeOnLoad", (late) => late.preventDefault());
});
