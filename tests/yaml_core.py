"""Reads YAML as editors do: by the core schema of YAML 1.2, where `yes` is a text and `2014` a number."""

from __future__ import annotations

import re
from typing import Any

import yaml


class CoreLoader(yaml.CSafeLoader):
    """PyYAML with the types of YAML 1.2 in the place of those of 1.1."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML looks for it here)

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """`<<` is a key like any other."""


def _add(tag: str, pattern: str, first: str) -> None:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


_add("bool", "true|True|TRUE|false|False|FALSE", "tTfF")
_add("int", "[-+]?[0-9]+", "-+0123456789")
_add("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+0123456789.")
_add("null", "~|null|Null|NULL|", "~nN\0")
CoreLoader.yaml_implicit_resolvers[""] = [("tag:yaml.org,2002:null", re.compile("^$"))]


def read_core(text: str) -> Any:
    """The data of one document, with the names of fields as text."""
    return _as_json(yaml.load(text, Loader=CoreLoader))


def _as_json(data: Any) -> Any:
    if isinstance(data, dict):
        return {_name(key): _as_json(item) for key, item in data.items()}
    return [_as_json(item) for item in data] if isinstance(data, list) else data


def _name(key: Any) -> str:
    return str(key).lower() if isinstance(key, bool) else str(key)
