// Django's fields that search as one types have no name for screen readers: theirs is the label's.
(() => {
  const PARTS = "[role=combobox], [role=textbox], .select2-search__field";
  const name = () => {
    for (const field of document.querySelectorAll("select.admin-autocomplete")) {
      const label = document.querySelector(`label[for="${field.id}"]`)?.textContent.trim();
      for (const part of field.nextElementSibling?.querySelectorAll(PARTS) ?? [])
        part.setAttribute("aria-label", (label || field.name).replace(/:$/, ""));
    }
  };
  globalThis.django?.jQuery?.(name); // after Django's own, which draws the fields
  document.addEventListener("formset:added", () => setTimeout(name));
})();
