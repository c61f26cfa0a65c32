// Parts that ask again and again (data-pulse) rest while nobody looks.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.matches("[data-pulse]") && document.hidden) event.preventDefault();
});
