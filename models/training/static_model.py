"""Writes a token table as an ONNX model in the folder layout of transformers.js, and reads one back.

An ONNX file is one protocol buffer message; the few fields that are needed are written here by their numbers in
onnx.proto, so that no further package is wanted.
"""
import json
import shutil
from pathlib import Path

import numpy as np
import scipy.sparse as sparse

from wordpiece import SPECIAL_TOKENS

CLS = 2
_FLOAT, _INT8, _INT64 = 1, 3, 7  # TensorProto.DataType
_NUMPY = {_FLOAT: np.float32, _INT8: np.int8, _INT64: np.int64}


def write_model(table: np.ndarray, count: np.ndarray, tokenizer_folder: Path, folder: Path) -> None:
    """Writes `folder` with 8-bit weights; `count` is how often each token stands in the training text."""
    size, dimensions = table.shape
    rows = table.copy()
    rows[:SPECIAL_TOKENS] = 0
    rows /= np.linalg.norm(rows, axis=1)[SPECIAL_TOKENS:].mean()  # the overall scale is free under cosine
    mean = (rows * np.minimum(count, 10_000)[:, None]).sum(0)
    # The tokenizer puts [CLS] in front: all but weightless, it gives an empty text a defined vector instead of 0/0.
    rows[CLS] = 1e-4 * mean / np.linalg.norm(mean)
    scale = (np.abs(rows).max(1, keepdims=True) / 127 + 1e-12).astype(np.float32)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    weights = np.clip(np.round(rows / scale), -127, 127).astype(np.int8)
    (folder / "onnx/model_quantized.onnx").write_bytes(_model(weights, scale))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        if (tokenizer_folder / name).resolve() != (folder / name).resolve():
            shutil.copyfile(tokenizer_folder / name, folder / name)
    shape = {"hidden_size": dimensions, "vocab_size": size, "max_position_embeddings": 1024, "pad_token_id": 0}
    unused = {"num_hidden_layers": 0, "num_attention_heads": 1, "intermediate_size": 0, "type_vocab_size": 1}
    config = {"model_type": "bert", "architectures": ["BertModel"], **shape, **unused}
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")


def read_model(folder: Path) -> tuple[np.ndarray, bool]:
    """The table of a model, and whether it takes the root of how often a token stands in a text."""
    content = (folder / "onnx/model_quantized.onnx").read_bytes()
    graph = _first(content, 7)
    tensors = {}
    for number, value in _fields(graph):
        if number == 5:
            fields = dict((n, v) for n, v in _fields(value) if n in (2, 8, 9))
            dims = [v for n, v in _fields(value) if n == 1]
            shape = [d for packed in dims for d in ([packed] if isinstance(packed, int) else _varints(packed))]
            tensors[fields[8].decode()] = np.frombuffer(fields[9], _NUMPY[fields[2]]).reshape(shape)
    return tensors["table"].astype(np.float32) * tensors["scale"], b"Equal" in content


def as_the_model_counts(bags: sparse.csr_matrix, rooted: bool) -> sparse.csr_matrix:
    """`ragged.bags` hold roots; a model without them counts every token."""
    return bags if rooted else bags.multiply(bags).tocsr()


def _model(weights: np.ndarray, scale: np.ndarray) -> bytes:
    dimensions = weights.shape[1]
    nodes = [
        _node("Gather", ["table", "input_ids"], "weights"),
        _node("Cast", ["weights"], "weights_float", to=_FLOAT),
        _node("Gather", ["scale", "input_ids"], "scales"),
        _node("Mul", ["weights_float", "scales"], "vectors"),
        # How often each token stands in its text: positions × positions, equal or not, summed.
        _node("Unsqueeze", ["input_ids", "last"], "column"),
        _node("Unsqueeze", ["input_ids", "middle"], "row"),
        _node("Equal", ["column", "row"], "same"),
        _node("Cast", ["same"], "same_float", to=_FLOAT),
        _node("ReduceSum", ["same_float", "last"], "count"),
        # n positions of 1/√n each add up to √n.
        _node("Sqrt", ["count"], "root"),
        _node("Div", ["vectors", "root"], "weighed"),
        _node("Unsqueeze", ["attention_mask", "last"], "mask"),
        _node("Cast", ["mask"], "mask_float", to=_FLOAT),
        _node("Mul", ["weighed", "mask_float"], "last_hidden_state"),
    ]
    tensors = {"table": weights, "scale": scale, "last": np.array([-1], np.int64), "middle": np.array([1], np.int64)}
    graph = b"".join(_message(1, node) for node in nodes) + _text(2, "static-embedding")
    graph += b"".join(_message(5, _tensor(name, tensor)) for name, tensor in tensors.items())
    graph += b"".join(_message(11, _value(name, _INT64, [])) for name in ("input_ids", "attention_mask"))
    graph += _message(12, _value("last_hidden_state", _FLOAT, [dimensions]))
    return _number(1, 7) + _text(2, "underdog-static") + _message(7, graph) + _message(8, _number(2, 13))


def _node(operator: str, inputs: list[str], output: str, **attributes: int) -> bytes:
    node = b"".join(_text(1, name) for name in inputs) + _text(2, output) + _text(4, operator)
    for name, value in attributes.items():
        node += _message(5, _text(1, name) + _number(3, value) + _number(20, 2))  # an integer
    return node


def _tensor(name: str, values: np.ndarray) -> bytes:
    kind = next(number for number, dtype in _NUMPY.items() if dtype == values.dtype)
    return b"".join(_number(1, d) for d in values.shape) + _number(2, kind) + _text(8, name) + _message(9, values.tobytes())


def _value(name: str, kind: int, after: list[int]) -> bytes:
    """An input or output of shape batch × sequence × `after`."""
    dims = [_text(2, "batch"), _text(2, "sequence")] + [_number(1, d) for d in after]
    shape = b"".join(_message(1, d) for d in dims)
    return _text(1, name) + _message(2, _message(1, _number(1, kind) + _message(2, shape)))


def _varint(value: int) -> bytes:
    if value < 0:
        value += 1 << 64
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _message(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _text(field: int, text: str) -> bytes:
    return _message(field, text.encode())


def _read_varint(content: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = content[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def _varints(content: bytes) -> list[int]:
    values, at = [], 0
    while at < len(content):
        value, at = _read_varint(content, at)
        values.append(value)
    return values


def _fields(content: bytes):
    """(field number, value) of a message: an int, or the bytes of what has a length."""
    at = 0
    while at < len(content):
        key, at = _read_varint(content, at)
        if key & 7 == 0:
            value, at = _read_varint(content, at)
        elif key & 7 == 2:
            length, at = _read_varint(content, at)
            value, at = content[at : at + length], at + length
        else:
            raise ValueError(f"unexpected wire type {key & 7} in an ONNX file")
        yield key >> 3, value


def _first(content: bytes, field: int) -> bytes:
    return next(value for number, value in _fields(content) if number == field)
