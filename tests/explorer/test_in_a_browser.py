"""The pages in Chromium: opened, used by hand and by keyboard, without a complaint in the console."""

import re

from playwright.sync_api import Browser, Page, expect
from tests.explorer.conftest import PATIENCE, Visitor

expect.set_options(timeout=PATIENCE)

PATHS = "/paths?from=Iran&to=United+States"
GROUP = "/entities/org/kataib-hezbollah"


def test_a_search_forgives_spelling_and_is_done_by_keyboard(visitor: Visitor) -> None:
    page = visitor.opens("/")
    page.keyboard.press("/")
    page.keyboard.type("Kateb Hezbolla")
    expect(page.get_by_role("option").first).to_contain_text("Kata'ib Hezbollah")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kata'ib Hezbollah")


def test_an_edge_of_a_path_opens_its_sentences(visitor: Visitor) -> None:
    page = visitor.opens(PATHS)
    edge = page.get_by_role("link", name=re.compile("rocket barrage was done by Kata'ib Hezbollah"))
    edge.focus()
    page.keyboard.press("Enter")
    opened = page.locator("details.lit")
    expect(opened).to_have_attribute("open", "")
    expect(opened.locator("blockquote").first).to_contain_text("denied that it fired the rockets")
    expect(opened).to_contain_text("The Gazette, 9 Jan 2020")


def test_what_is_denied_looks_different_from_what_is_not(visitor: Visitor) -> None:
    page = visitor.opens(GROUP)

    def dashes(name: str) -> str:
        line = page.get_by_role("link", name=re.compile(name)).locator(".line")
        return str(line.evaluate("line => getComputedStyle(line).strokeDasharray"))

    only, also, never = (dashes(f"is backed by {name}") for name in ("Iraq", "Iran", "Quds Force"))
    assert never == "none"
    assert len({only, also, never}) == 3
    expect(page.locator(".link .denial")).to_have_count(2)


def test_the_slider_shows_what_held_on_a_day(visitor: Visitor) -> None:
    page = visitor.opens(GROUP)
    expect(page.locator("#backing .box")).to_have_count(4)
    page.locator("[data-days]").fill("18258")  # days from 1970 on: 2019-12-28
    expect(page).to_have_url(re.compile("as_of=2019-12-28"))
    expect(page.locator("#backing .box.State")).to_have_count(1)
    page.go_back()
    expect(page.locator("#backing .box")).to_have_count(4)


def test_a_picture_is_moved_and_zoomed_by_keys(visitor: Visitor) -> None:
    page = visitor.opens(GROUP)
    box = "document.querySelector('#timeline svg').getAttribute('viewBox')"
    whole = page.evaluate(box)
    page.locator("#timeline .canvas").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(box) != whole
    page.keyboard.press("0")
    assert [float(side) for side in page.evaluate(box).split()] == [float(side) for side in whole.split()]


def test_a_chain_leads_from_one_incident_to_the_next(visitor: Visitor, strikes: str) -> None:
    page = visitor.opens(f"/{strikes}")
    expect(page.locator("#chain .link")).to_have_count(5)
    page.locator("#chain .box", has_text="drone").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("United States “killed” Quds Force")


def test_every_page_fits_a_narrow_screen(chromium: Browser, address: str, strikes: str) -> None:
    context = chromium.new_context(viewport={"width": 400, "height": 800})
    visitor = Visitor(context.new_page(), address)
    for path in ("/", GROUP, "/entities/place/baghdad", PATHS, f"/{strikes}", "/documents/wire/drone", "/search?q=qu"):
        page = visitor.opens(path)
        for colours in ("light", "dark"):
            page.emulate_media(color_scheme=colours)
            assert _overhang(page) <= 0, f"{path} is wider than the screen"
    context.close()
    assert visitor.complaints == []


def test_on_a_narrow_screen_filters_wait_until_they_are_asked_for(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 400, "height": 800})
    page = Visitor(context.new_page(), address).opens(GROUP)
    expect(page.locator("[name=source]")).to_be_hidden()
    page.get_by_text("Filters", exact=True).click()
    expect(page.locator("[name=source]")).to_be_visible()
    context.close()


def test_the_page_of_the_api_works_offline(visitor: Visitor) -> None:
    page = visitor.opens("/docs")
    expect(page.get_by_text("/v1/paths/proxy")).to_be_visible()


def _overhang(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
