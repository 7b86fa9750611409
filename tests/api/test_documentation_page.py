"""The page that describes the API works without a network."""

import re

from starlette.testclient import TestClient


def test_the_page_of_the_api_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.status_code == 200
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert addresses
    assert all(address.startswith("/") for address in addresses)
    assert [client.get(address).status_code for address in addresses] == [200] * len(addresses)
