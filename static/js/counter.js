// How many characters are left in a text (data-length), counted as people see them.
(() => {
  const seen = globalThis.Intl?.Segmenter && new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const length = (text) => (seen ? Array.from(seen.segment(text)) : Array.from(text)).length;

  const tally = (field) => {
    const output = document.getElementById(`${field.id}-tally`);
    if (!output) return;
    const max = Number(field.dataset.length);
    const used = length(field.value.replace(/\r\n/g, "\n").trim());
    output.classList.toggle("is-over", used > max);
    output.textContent = (used > max ? output.dataset.over : output.dataset.left)
      .replace("{n}", Math.abs(max - used).toLocaleString(document.documentElement.lang));
    output.setAttribute("aria-live", max - used < max / 10 ? "polite" : "off");
  };
  const tallyAll = (root) => root.querySelectorAll("[data-length]").forEach(tally);

  document.addEventListener("input", (event) => event.target.dataset?.length && tally(event.target));
  document.addEventListener("DOMContentLoaded", () => tallyAll(document));
  document.addEventListener("htmx:afterSwap", (event) => tallyAll(event.target));
})();
