"""Opens a Word file that somebody else has made, and refuses what may do harm or cannot be read.

word_parts      safe to read: a document that came back from a reader, with whatever Word has put into it
word_package    also safe to send out again: a reference document or a form, whose parts reach our papers
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from lxml import etree

from docgen.codes import word_files
from docgen.diagnostic import Findings
from docgen.ooxml.archive import CONTENT_TYPES, is_markup, parts, shown
from docgen.ooxml.markup import Forbidden, scan_markup
from docgen.ooxml.relations import content_type, main_part, related, relations
from docgen.ooxml.unfit import FileKind, UnfitPackage
from docgen.source import Source

WORD_FILE = FileKind(
    name="document",
    program_file="a Word document",
    old=".doc",
    not_one=word_files.NOT_A_WORD_FILE,
    unsafe_one=word_files.UNSAFE_WORD_FILE,
    save_again="open it in Word, remove any password, and save it as 'Word Document (.docx)'",
    begin_anew="copy what is needed into a new Word document, and save that as 'Word Document (.docx)'",
    most_unpacked=60_000_000,
)


class _Nothing:
    """What a parser makes that is only to say whether it can read."""

    def close(self) -> None:
        """The end of a part."""


_PARSER = etree.XMLParser(
    target=_Nothing(),  # type: ignore[arg-type]  # the stubs ask for methods that lxml can do without
    resolve_entities=False,
    no_network=True,
)
"""As strict as the one that python-docx reads with, but for the length of a text (`markup.py` sees to that): what that
would stumble over is refused here, in words. It builds nothing, so that it takes no memory."""
_NO_WORD_FILE_HAS = "holds what no Word file has: names, texts or values of absurd length, or characters that are none"

_WORDPROCESSING = "wordprocessingml"
_MAIN_TYPES = ("document.main+xml", "template.main+xml")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OTHER_PROGRAMS = {"spreadsheetml": "an Excel workbook", "presentationml": "a PowerPoint presentation"}
_NOT_STRICT = "save it in Word as 'Word Document (.docx)', not as 'Strict Open XML Document'"
_WITHOUT_MACROS = "save it in Word as 'Word Document (.docx)', which holds no macros"
_EMBEDDED = {
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "control": "a control that runs a program",
    "activeXControlBinary": "a control that runs a program",
    "aFChunk": "another file that is taken in",
    "subDocument": "another file that is taken in",
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "keyMapCustomizations": "keys that run macros",
    "attachedToolbars": "a toolbar that runs macros",
}
_REMEDIES = {
    "attachedTemplate": "in Word, choose Developer, Document Template, and attach 'Normal'; then save",
    "image": "in Word, choose File, Info, Edit Links to Files, and Break Link for each picture; then save",
    "mailMergeSource": "in Word, choose Mailings, Start Mail Merge, Normal Word Document; then save",
}


def word_package(data: bytes, path: str, findings: Findings) -> Mapping[str, bytes] | None:
    """The parts by their names; None where the file is refused, which is reported. `path` is for the message."""
    return _opened(lambda: _fit_to_send(_readable(data, only_structure=False)), path, findings)


def word_parts(data: bytes, path: str, findings: Findings) -> Mapping[str, bytes] | None:
    """The parts of a document that is only read; None where that cannot be done, which is reported."""
    return _opened(lambda: _readable(data, only_structure=True), path, findings)


def _opened(open: Callable[[], Mapping[str, bytes]], path: str, findings: Findings) -> Mapping[str, bytes] | None:
    """What one library takes for XML another may refuse: a name of no sense, a character that is none."""
    try:
        return open()
    except UnfitPackage as unfit:
        findings.add(unfit.at(Source(path)))
    except etree.XMLSyntaxError:
        findings.add(WORD_FILE.damaged("one of its parts cannot be read").at(Source(path)))
    return None


def _readable(data: bytes, only_structure: bool) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    for name, content in parts(data, WORD_FILE):
        if is_markup(name):
            _refuse_markup(name, content, only_structure)
        found[name] = content
    _refuse_other_kinds(found)
    return found


def _refuse_markup(name: str, content: bytes, only_structure: bool) -> None:
    try:
        scan_markup(content, only_structure)
    except (expat.ExpatError, LookupError, ValueError) as error:  # an encoding that is none
        raise WORD_FILE.damaged(f"its part '{shown(name)}' is not XML") from error
    except Forbidden as error:
        raise WORD_FILE.unsafe(f"its part '{shown(name)}' {error}") from error
    try:
        etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise WORD_FILE.unsafe(f"its part '{shown(name)}' {_NO_WORD_FILE_HAS}") from error


def _refuse_other_kinds(found: Mapping[str, bytes]) -> None:
    """What is no Word document though it is a package, and one that lacks what every Word document has."""
    if CONTENT_TYPES not in found:
        raise WORD_FILE.damaged("the file is not a Word document, but another archive")
    main = main_part(found)
    type = content_type(found, main) if main else ""
    for word, name in _OTHER_PROGRAMS.items():
        if word in type:
            raise WORD_FILE.damaged(f"the file is {name}")
    if _WORDPROCESSING not in type or not type.endswith(_MAIN_TYPES):
        raise WORD_FILE.damaged("the file holds no text of Word: its main part is missing")
    if _STRICT in found[main][:4000]:
        raise UnfitPackage(WORD_FILE.not_one, "the document is saved as 'Strict Open XML Document'", _NOT_STRICT)
    if not related(found, main, "styles"):
        raise WORD_FILE.damaged("the document holds no styles")


def _fit_to_send(found: Mapping[str, bytes]) -> Mapping[str, bytes]:
    for name in sorted(found):
        folder, _, file = name.rpartition("_rels/")
        if name.endswith(".rels"):
            _refuse_relations(found, f"{folder}{file.removesuffix('.rels')}")
    return found


def _refuse_relations(found: Mapping[str, bytes], name: str) -> None:
    """Links to web pages may stay; nothing else may lead out of the file, and no program may be in it."""
    for relation in relations(found, name):
        if not relation.id:
            raise WORD_FILE.damaged(f"its part '{shown(name)}' leads to another without saying by what name")
        if relation.kind in _EMBEDDED:
            message = f"its part '{shown(name)}' holds {_EMBEDDED[relation.kind]}"
            raise WORD_FILE.unsafe(message, _WITHOUT_MACROS if "macro" in message else "")
        if relation.is_external and relation.kind != "hyperlink":
            message = f"its part '{shown(name)}' fetches '{shown(relation.target)}' ({shown(relation.kind)})"
            raise WORD_FILE.unsafe(message, _REMEDIES.get(relation.kind, ""))
