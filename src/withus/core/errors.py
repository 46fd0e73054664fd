"""What the core says when it cannot go on: a code and what is needed to explain it."""


class Refusal(Exception):
    """Say no with a code and parameters; the sentence is made in saying.

    Not: text for people. The code is stable; the parameters hold no names of people.
    """

    def __init__(self, code: str, parameters: dict[str, str | int] | None = None) -> None:
        """Keep the code and the parameters that explain it."""
        super().__init__(code)
        self.code = code
        self.parameters: dict[str, str | int] = dict(parameters or {})
