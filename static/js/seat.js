// A page acts as the person it shows, also when another tab has since gone to another world.
const seat = () => document.querySelector('meta[name="acting-as"]')?.content;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || !seat() || form.elements.acting_as) return;
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "acting_as", value: seat() });
  form.append(field);
}, true);
document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb === "post" && seat()) event.detail.parameters.acting_as = seat();
});
