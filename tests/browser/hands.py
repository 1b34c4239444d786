"""How a person acts on a page: with a mouse, or with nothing but the keyboard, going where Tab and the arrows lead."""

import re
from dataclasses import dataclass, field
from typing import Any, Protocol

from playwright.async_api import ElementHandle, FilePayload, Locator, Page, expect

_OPTIONS = ".ant-select-item-option:visible"
_FURTHEST = 400
"""More steps than any page has places for the focus: who has not arrived by then goes round in a circle."""
# Where the focus stands: at the wanted element, in one group with it, before or behind it in the page.
_STANDING = """([wanted]) => {
  let now = document.activeElement;
  while (now?.shadowRoot?.activeElement) now = now.shadowRoot.activeElement;
  const group = (element) => element?.getAttribute("role") === "tab" ? element.closest("[role=tablist]")
    : element?.type === "radio" ? element.closest("[role=radiogroup], .ant-radio-group, fieldset")
    : element?.getAttribute("role") === "treeitem" ? element.closest("[role=tree]") : null;
  const nowhere = now === null || now === document.body || now === document.documentElement;
  return {
    arrived: now === wanted,
    together: !nowhere && group(wanted) !== null && group(now) === group(wanted),
    behind: !nowhere && !!(wanted.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING),
    nowhere,
    inMain: wanted.closest("main") !== null,
    name: nowhere ? "" : `${now.tagName.toLowerCase()} ${now.getAttribute("aria-label") ?? now.innerText ?? now.id}`.slice(0, 60),
  };
}"""
# Whether one sees where the focus is: the element itself or what stands for it is marked, and nothing lies over all of it.
_SEEN = """() => {
  let now = document.activeElement;
  if (now === null || now === document.body || now.tagName === "IFRAME" || now.id === "main") return "";
  const said = now.getAttribute("aria-label") ?? now.innerText ?? "";
  const name = `${now.tagName.toLowerCase()}.${String(now.className).split(" ")[0]} ${said}`;
  const near = [now, now.parentElement, now.parentElement?.parentElement, now.parentElement?.parentElement?.parentElement,
    now.nextElementSibling].filter(Boolean);
  const marked = near.some((element) => {
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
  });
  if (!marked) return `no mark of the focus: ${name}`.slice(0, 120);
  const box = (near.find((one) => one.getBoundingClientRect().width > 4) ?? now).getBoundingClientRect();
  const within = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
  const points = within.map(([x, y]) => [box.x + box.width * x, box.y + box.height * y]);
  const free = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && near.some((one) => one === top || one.contains(top) || top.contains(one));
  });
  return free ? "" : `out of sight: ${name}`.slice(0, 120);
}"""


class Hand(Protocol):
    """What people do to what they find by its name."""

    async def press(self, target: Locator) -> None:
        """A button, a link, a tab."""
        ...

    async def write(self, target: Locator, text: str) -> None:
        """Text instead of what stands in a field."""
        ...

    async def tick(self, target: Locator) -> None:
        """A box or one of several options."""
        ...

    async def choose(self, box: Locator, option: str) -> None:
        """One line of a list that opens."""
        ...

    async def bring(self, opener: Locator, file: FilePayload) -> None:
        """A file through the browser's own dialog."""
        ...


class Mouse:
    """Points and clicks."""

    async def press(self, target: Locator) -> None:
        """Click."""
        await target.click()

    async def write(self, target: Locator, text: str) -> None:
        """Click into it and fill."""
        await target.click()
        await target.fill(text)

    async def tick(self, target: Locator) -> None:
        """Check."""
        await target.check()

    async def choose(self, box: Locator, option: str) -> None:
        """Open and click."""
        await box.click()
        await box.page.locator(_OPTIONS).filter(has_text=option).first.click()

    async def bring(self, opener: Locator, file: FilePayload) -> None:
        """Choose in the dialog that the click opens."""
        async with opener.page.expect_file_chooser() as choosing:
            await opener.click()
        await (await choosing.value).set_files(file)


@dataclass
class Keys:
    """Knows no mouse. `unseen`: where the focus went and could not be seen (WCAG 2.4.7, 2.4.11)."""

    unseen: set[str] = field(default_factory=set)

    async def press(self, target: Locator) -> None:
        """Go there, Enter."""
        await self.reach(target)
        await target.page.keyboard.press("Enter")

    async def write(self, target: Locator, text: str) -> None:
        """Go there and type over what stands there."""
        await self.reach(target)
        await target.page.keyboard.press("Control+a")
        await target.page.keyboard.type(text)

    async def tick(self, target: Locator) -> None:
        """Go there; the blank marks it where the arrows have not already."""
        await self.reach(target)
        if not await target.is_checked():
            await target.page.keyboard.press("Space")
        await expect(target).to_be_checked()

    async def choose(self, box: Locator, option: str) -> None:
        """Open with the arrow, go down to the line, Enter."""
        page = box.page
        await self.reach(box)
        await page.keyboard.press("ArrowDown")
        await page.locator(_OPTIONS).first.wait_for()
        active = page.locator(".ant-select-item-option-active:visible")
        for _ in range(_FURTHEST):
            if option in (await active.all_inner_texts() or [""])[0]:
                break
            await page.keyboard.press("ArrowDown")
        else:
            raise AssertionError(f"no line {option!r} where the arrow goes")
        await page.keyboard.press("Enter")

    async def bring(self, opener: Locator, file: FilePayload) -> None:
        """Enter opens the dialog; what happens in it is the system's."""
        await self.reach(opener)
        async with opener.page.expect_file_chooser() as choosing:
            await opener.page.keyboard.press("Enter")
        await (await choosing.value).set_files(file)

    async def reach(self, target: Locator) -> None:
        """Tab, or back with Shift, until the focus stands there; arrows within a group."""
        await expect(target).to_be_visible() if not await _is_input_behind(target) else None
        page, wanted = target.page, await target.element_handle()
        assert wanted is not None
        went: list[str] = []
        standing = await self._standing(page, wanted)
        backwards = standing["behind"]
        if standing["nowhere"] and standing["inMain"] and await self._skips(page):
            standing, backwards = await self._standing(page, wanted), False
        while not standing["arrived"]:
            if len(went) > _FURTHEST:
                raise AssertionError(f"the keyboard does not reach {target}; it went over {went[-60:]}")
            await page.keyboard.press("ArrowDown" if standing["together"] else "Shift+Tab" if backwards else "Tab")
            standing = await self._standing(page, wanted)
            went.append(standing["name"])
            await self._look(page)

    async def _standing(self, page: Page, wanted: ElementHandle) -> dict[str, Any]:
        found: dict[str, Any] = await page.evaluate(_STANDING, [wanted])
        return found

    async def _skips(self, page: Page) -> bool:
        """The first stop of every page leads over the menu."""
        await page.keyboard.press("Tab")
        if await page.evaluate("() => document.activeElement?.className") != "skip":
            return False
        await page.keyboard.press("Enter")
        return True

    async def _look(self, page: Page) -> None:
        if await page.evaluate(_SEEN) == "":
            return
        # What slides in takes a moment.
        await page.wait_for_function(
            "() => document.getAnimations().every(a => a.playState !== 'running' || a.effect.getTiming().iterations === Infinity)"
        )
        fault: str = await page.evaluate(_SEEN)
        if fault != "":
            self.unseen.add(f"{re.sub('[0-9a-f-]{36}', '…', page.url)}: {fault}")


async def _is_input_behind(target: Locator) -> bool:
    """Radio buttons and boxes of the kit are invisible inputs that lie under what is drawn."""
    return await target.get_attribute("type") in ("radio", "checkbox")


MOUSE = Mouse()
