"""Countries and states by their ISO 3166-1 codes, of two letters (IR) or three (IRN)."""

import pycountry


def country(code: str) -> str:
    """Return a country's code as three capitals. Raises ValueError for two letters that are no country's."""
    if len(code) == 3:
        return code.upper()
    found = pycountry.countries.get(alpha_2=code.upper())
    if found is None:
        raise ValueError(f"{code!r} is no ISO 3166-1 code")
    return str(found.alpha_3)


def state(id: str) -> str:
    """Return a state's id for its code, and any other id as it is. Raises ValueError as `country` does."""
    return f"state/{country(id)}" if len(id) in {2, 3} and id.isalpha() else id
