"""Packages whose parts are imported when they are first asked for: an interview needs few of them."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def parts(package: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """A package's `__getattr__`: takes each name from the module of the package in which it is."""

    def part(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{where[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return part
