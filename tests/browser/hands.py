"""How a person acts on a page."""

from typing import Protocol

from playwright.async_api import FilePayload, Locator, expect

_OPTIONS = ".ant-select-item-option:visible"


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
        """Click where it is not ticked; some are ticked a moment later."""
        if not await target.is_checked():
            await target.click()
        await expect(target).to_be_checked()

    async def choose(self, box: Locator, option: str) -> None:
        """Open and click."""
        await box.click()
        await box.page.locator(_OPTIONS).filter(has_text=option).first.click()

    async def bring(self, opener: Locator, file: FilePayload) -> None:
        """Choose in the dialog that the click opens."""
        async with opener.page.expect_file_chooser() as choosing:
            await opener.click()
        await (await choosing.value).set_files(file)


MOUSE = Mouse()
