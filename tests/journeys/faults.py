"""What browsers complain about: errors in the console, uncaught exceptions, refusals by the CSP."""

TELL = """
addEventListener("securitypolicyviolation", (event) => {
  const what = event.target.outerHTML?.slice(0, 80) ?? "the page";
  console.error(`CSP: ${event.violatedDirective} refuses ${event.blockedURI} at ${what}`);
});
"""
# Whoever drags the corner of a box gives it a style of its own. What comes in its place must not
# be given the same one by a script: the CSP refuses that.
DRAG = """
addEventListener("focusin", (event) => {
  if (event.target.matches("textarea")) event.target.style.height = "12rem";
});
"""

OVERTAKEN = "Transition was skipped"  # by the next one; the page is as it should be


class Faults:
    def __init__(self):
        self.seen, self.expected = [], [OVERTAKEN]

    def watch(self, context):
        context.add_init_script(TELL)
        context.add_init_script(DRAG)
        context.on("console", self._note_line)
        context.on("weberror", lambda raised: self.seen.append(f"uncaught: {raised.error}"))

    def _note_line(self, line):
        if line.type in ("error", "warning"):
            self.seen.append(f"{line.text} ({line.location['url']})")

    def expect(self, part):
        """Complaints that hold `part` belong to the story."""
        self.expected.append(part)

    def unexpected(self):
        return [fault for fault in self.seen if not any(part in fault for part in self.expected)]
