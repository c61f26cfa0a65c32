// What htmx could not do is said in words, in the messages region.
document.addEventListener("htmx:sendError", () => netsim.say("offline"));
document.addEventListener("htmx:timeout", () => netsim.say("slow"));
document.addEventListener("htmx:responseError", (event) => {
  if (!event.target.closest("[data-pulse]")) netsim.say(String(event.detail.xhr.status));
});
