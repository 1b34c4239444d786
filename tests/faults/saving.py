"""An officer who saves one leaf again and again, the version seen last in hand."""

from tests.faults.people import Person

PAGE = 200


class Saver:
    """Every save is a new number; what was acknowledged last, and how often, is known."""

    def __init__(self, person: Person, sheet_id: str, item: str, version: int) -> None:
        self.person, self.sheet_id, self.item = person, sheet_id, item
        self.first = self.version = version
        self.number = 0

    @property
    def acknowledged(self) -> int:
        """How many saves."""
        return self.number

    async def step(self) -> None:
        """Save once."""
        self.number += 1
        body = {**self._value(self.number), "explanation": self._text(self.number)}
        place = f"/assessment/sheets/{self.sheet_id}/items/{self.item}"
        answer = await self.person.ask("PUT", place, json=body, headers={"If-Match": f'"{self.version}"'})
        # Its own earlier attempt, or the proxy's, was heard and the answer lost: then what stands there is exactly this.
        present = answer.body["present"] if answer.status == 412 else answer.ok()
        assert (present["version"], present["explanation"]) == (self.version + 1, body["explanation"]), (self.item, present, body)
        self.version += 1

    async def check(self) -> None:
        """What stands there is the last that was acknowledged, and every save was done once."""
        sheet = await self.person.get(f"/assessment/sheets/{self.sheet_id}")
        (found,) = [item for item in sheet["items"] if item["item"] == self.item]
        assert found["version"] == self.version == self.first + self.number
        if self.number:
            assert found["explanation"] == self._text(self.number)
        kept = await self._history()
        assert [version for version, _ in kept] == list(range(self.version, 0, -1))
        assert [text for version, text in kept if version > self.first] == [self._text(n) for n in range(self.number, 0, -1)]

    async def _history(self) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        after: dict[str, str] = {}
        while True:
            place = f"/assessment/sheets/{self.sheet_id}/items/{self.item}/history"
            page = await self.person.get(place, limit=PAGE, **after)
            found += [(kept["version"], kept["explanation"]) for kept in page["items"]]
            if not page["next"]:
                return found
            after = {"after": page["next"]}

    def _value(self, number: int) -> dict[str, str]:
        return {"count": str(number)} if self.item == "1.3" else {"numerator": str(number), "denominator": "1000000"}

    @staticmethod
    def _text(number: int) -> str:
        return f"Lần {number}"
