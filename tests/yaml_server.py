"""Talks to the real YAML language server, as an editor does: over its standard input and output."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from tests.builds import ROOT

PROGRAM = ROOT / "tests" / "node" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"

SETTINGS = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    },
    "http": {"proxy": "", "proxyStrictSSL": False},
}
"""What an editor would say, but nothing is fetched."""


class YamlServer:
    """A running server, with the messages that it has not been asked about yet."""

    def __init__(self, root: Path) -> None:
        command = ["node", str(PROGRAM), "--stdio"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=root
        )
        self.root, self.number = root, 0
        self.told: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        folder = self.root.as_uri()
        can = {"textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}
        self.ask("initialize", {"processId": None, "rootUri": folder, "capabilities": can})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """Open a file with this text; what the server finds wrong with it."""
        uri = self.uri(path)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        found = self._wait(lambda message: message.get("params", {}).get("uri") == uri)
        diagnostics: list[dict[str, Any]] = found["params"]["diagnostics"]
        return diagnostics

    def complete(self, path: str, line: int, character: int) -> dict[str, dict[str, Any]]:
        """What the server offers at a place, both counted from 0, by its label."""
        found = self.ask("textDocument/completion", self._place(path, line, character))
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: item for item in items}

    def hover(self, path: str, line: int, character: int) -> str:
        """What the server says of the word at a place."""
        found = self.ask("textDocument/hover", self._place(path, line, character))
        return str(found["contents"]["value"]) if found else ""

    def _place(self, path: str, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri(path)}, "position": {"line": line, "character": character}}

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def ask(self, method: str, parameters: Mapping[str, Any]) -> Any:
        """Send a request; the server's answer."""
        self.number += 1
        number = self.number
        self._send({"id": number, "method": method, "params": parameters})
        return self._wait(lambda message: message.get("id") == number and "method" not in message)["result"]

    def tell(self, method: str, parameters: Mapping[str, Any]) -> None:
        """Send what needs no answer."""
        self._send({"method": method, "params": parameters})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _wait(self, is_meant: Any) -> dict[str, Any]:
        """The next message that is meant; questions of the server are answered on the way."""
        while True:
            message = next((told for told in self.told if is_meant(told)), None)
            if message is not None:
                self.told.remove(message)
                return message
            message = self._read()
            if "id" in message and "method" in message:
                self._answer(message)
            else:
                self.told.append(message)

    def _answer(self, message: Mapping[str, Any]) -> None:
        """The server asks for settings."""
        items = message.get("params", {}).get("items", []) if message["method"] == "workspace/configuration" else []
        self._send({"id": message["id"], "result": [SETTINGS.get(item.get("section", ""), {}) for item in items]})

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) != b"":
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message
