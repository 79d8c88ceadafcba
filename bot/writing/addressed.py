"""Whom a report is addressed to, by the name of that body where the person serves: 市委, 乡党委."""

import re

_COUNTY = re.compile(r"..(?P<level>[市区旗])(?:[^市区旗]{1,12})$")
_TOWN = (("街道", "街道党工委"), ("街道办事处", "街道党工委"), ("乡", "乡党委"), ("苏木", "苏木党委"))


def addressed(salutation: str, place: str) -> str:
    """The salutation with 县委 and 镇党委 as they are called at that place."""
    county = None if "县" in place else _COUNTY.search(place)
    if county:
        salutation = salutation.replace("县委", f"{county['level']}委")
    town = next((body for ending, body in _TOWN if place.endswith(ending)), "镇党委")
    return salutation.replace("镇党委", town)
