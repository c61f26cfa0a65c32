// What htmx could not do is said in words, in the messages region.
// A pulse says it once: it fails again and again as long as nothing can be sent.
document.addEventListener("htmx:sendError", ({ target }) => {
  const isSaid = target.matches("[data-pulse]") && document.querySelector("#messages .error");
  if (!isSaid) netsim.say("offline");
});
document.addEventListener("htmx:timeout", () => netsim.say("slow"));
document.addEventListener("htmx:responseError", (event) => {
  if (!event.target.closest("[data-pulse]")) netsim.say(String(event.detail.xhr.status));
});
