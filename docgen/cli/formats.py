"""Which formats a build writes: `--format docx,html`, or what `docgen.toml` says."""

from __future__ import annotations

from docgen.errors import DocgenError
from docgen.schema.settings import Format, Settings
from docgen.suggest import did_you_mean


def formats_of(option: str | None, settings: Settings) -> tuple[str, ...]:
    """The formats in the order given, each once; raises `DocgenError` for one that docgen cannot write."""
    if option is None:
        return tuple(dict.fromkeys(chosen.value for chosen in settings.build.formats))
    return named_formats(option)


def named_formats(option: str) -> tuple[str, ...]:
    """The formats that the option names; raises `DocgenError` for one that docgen cannot write."""
    known = [choice.value for choice in Format]
    written = [word.strip().lower().removeprefix(".") for word in option.split(",") if word.strip()]
    for word in written:
        if word not in known:
            raise DocgenError(f"no format is called '{word}'", did_you_mean(word, known))
    if not written:
        raise DocgenError("'--format' names no format", f"write one or more of {', '.join(known)}")
    return tuple(dict.fromkeys(written))
