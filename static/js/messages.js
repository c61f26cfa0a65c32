// Messages can be closed; `netsim.say` adds one from the words that the page brought along.
(() => {
  const region = () => document.getElementById("messages");

  const closable = (message) => {
    if (message.querySelector("[data-dismiss]")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button is-plain";
    button.dataset.dismiss = "";
    button.textContent = region().dataset.close;
    message.append(button);
  };
  const prepare = () => region()?.querySelectorAll(".message").forEach(closable);

  globalThis.netsim = {
    say(key) {
      const message = document.createElement("div");
      const text = document.createElement("p");
      message.className = "message error";
      text.textContent = region().dataset[key] ?? region().dataset.other;
      message.append(text);
      region().replaceChildren(message);
      closable(message);
    },
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-dismiss]")) event.target.closest(".message").remove();
  });
  document.addEventListener("DOMContentLoaded", prepare);
  document.addEventListener("htmx:afterSwap", prepare);
})();
