"""Which of several media types a client wants most (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence
from http import HTTPStatus

from starlette.exceptions import HTTPException


def wanted(accept: str | None, offers: Sequence[str]) -> str:
    """Return the offer that an Accept header gives the most weight, the first of those with the same.

    Raises a problem with 406 where the client takes none of them.
    """
    ranges = [_range(one) for one in (accept or "*/*").split(",") if one.strip()]
    weighed = [(_weight(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    weight, _, best = max(weighed)
    if not weight:
        raise HTTPException(HTTPStatus.NOT_ACCEPTABLE, f"there are {', '.join(offers)}; {accept!r} takes none of them")
    return best


def _range(text: str) -> tuple[str, float]:
    media_type, *parameters = (part.strip().lower() for part in text.split(";"))
    weights = [one.removeprefix("q=") for one in parameters if one.startswith("q=")]
    try:
        return media_type, float(weights[0]) if weights else 1.0
    except ValueError:
        return media_type, 0.0


def _weight(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return what the closest range that an offer is in gives it."""
    close = [(_closeness(offer, media_range), weight) for media_range, weight in ranges]
    return max(close, default=(0, 0.0))[1] if max(close, default=(0, 0.0))[0] else 0.0


def _closeness(offer: str, media_range: str) -> int:
    if media_range == offer:
        return 3
    if media_range == f"{offer.partition('/')[0]}/*":
        return 2
    return int(media_range == "*/*")
