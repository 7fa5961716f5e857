"""Edits that teams make between two builds, by chance."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from tests.test_cli_commands import PROGRAMME


def edit(root: Path, chance: random.Random) -> str:
    """Make one edit; its name."""
    chosen = chance.choice(EDITS)
    chosen(root, chance)
    return chosen.__name__


def text_of_a_narrative(root: Path, chance: random.Random) -> None:
    _programme(root, chance).joinpath("vision.md").write_text(f"Vision number {chance.randrange(3)}.\n")


def template(root: Path, chance: random.Random) -> None:
    kind = chance.choice(["note", "letter"])
    heading = chance.randrange(3)
    (root / f"templates/{kind}/template.md.j2").write_text(f"# Heading {heading}\n\n{{{{ vision }}}}\n")


def settings(root: Path, chance: random.Random) -> None:
    formats = chance.sample(["html", "md"], chance.randrange(1, 3))
    (root / "docgen.toml").write_text(f"[build]\nformats = {json.dumps(formats)}\n")


def documents(root: Path, chance: random.Random) -> None:
    kinds = chance.choice(["{type: note}", "{type: note}, {type: letter}", "{type: letter, title: Another}"])
    text = PROGRAMME.replace("{type: note}, {type: letter}", kinds)
    version = f'"0.{chance.randrange(1, 4)}"'
    _programme(root, chance).joinpath("programme.yaml").write_text(text.replace('"0.1"', version))


def name_of_a_programme(root: Path, chance: random.Random) -> None:
    folder = _programme(root, chance)
    target = root / "content" / f"{chance.choice('abc')}{chance.randrange(3)}"
    if not target.exists():
        folder.rename(target)


def broken_and_mended(root: Path, chance: random.Random) -> None:
    place = _programme(root, chance) / "vision.md"
    place.write_text("See {ref}`nowhere`.\n" if chance.random() < 0.5 else "Sound again.\n")


def further_file(root: Path, chance: random.Random) -> None:
    place = _programme(root, chance) / "glossary.yaml"
    if place.exists():
        place.unlink()
    else:
        place.write_text(f"abbreviations: {{CCG: Clinical commissioning group {chance.randrange(3)}}}\n")


def lost_outputs(root: Path, chance: random.Random) -> None:
    outputs = [path for path in sorted((root / "build").rglob("*")) if path.is_file()]
    for path in chance.sample(outputs, len(outputs) // 2):
        path.unlink()


def _programme(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / "content").iterdir()))


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    text_of_a_narrative,
    template,
    settings,
    documents,
    name_of_a_programme,
    broken_and_mended,
    further_file,
    lost_outputs,
)
