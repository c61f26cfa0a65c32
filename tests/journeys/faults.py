"""What browsers complain about: errors in the console, uncaught exceptions, refusals by the CSP."""

TELL = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`CSP: ${event.violatedDirective} refuses ${event.blockedURI}`);
});
"""

OVERTAKEN = "Transition was skipped"  # by the next one; the page is as it should be


class Faults:
    def __init__(self):
        self.seen, self.expected = [], [OVERTAKEN]

    def watch(self, context):
        context.add_init_script(TELL)
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
