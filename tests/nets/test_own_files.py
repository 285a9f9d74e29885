"""Is a stranger's file of weights a network or a sentence, whatever is in it?"""

import io
import json
import struct

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from safetensors.torch import save

from models.nets.own.file import child, opening
from models.nets.own.file.refusals import UnreadableWeights, plain
from models.sandbox import child as sandbox
from models.sandbox.weights import header, run

GOOD = {"conv.weight": torch.arange(24, dtype=torch.float32).reshape(2, 3, 2, 2), "conv.bias": torch.ones(2)}


def entry(dtype="F32", shape=(2,), offsets=(0, 8)):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets)}


def packed(entries, body=bytes(8)):
    text = entries if isinstance(entries, bytes) else json.dumps(entries).encode()
    return struct.pack("<Q", len(text)) + text + body


def png():
    file = io.BytesIO()
    Image.new("RGB", (9, 9)).save(file, "PNG")
    return file.getvalue()


def pickled(**options):
    file = io.BytesIO()
    torch.save({"a": torch.ones(2)}, file, **options)
    return file.getvalue()


REFUSED = {
    "empty": b"",
    "picture": png(),
    "pickle": pickled(),
    "archive": b"PK\x03\x04" + bytes(100),
    "keras": b"\x89HDF\r\n\x1a\n" + bytes(100),
    "text": b"dear diary, " * 50,
    "not_safetensors": bytes(100),
    "header": packed(b"{" + b"x" * 20),
    "header_too_long": struct.pack("<Q", 1_000_001) + b"{" + b" " * 1_000_000,
    "truncated": packed({"a": entry()}, bytes(7)),
    "no_tensors": packed({"__metadata__": {"a": "b"}}, b""),
    "too_many_tensors": packed({f"t{n}": entry("F16", (), (2 * n, 2 * n + 2)) for n in range(5001)}, bytes(10_002)),
    "dtype": packed({"a": entry("F8_E4M3", (8,))}),
    "quantised": packed({"a": entry("I8", (8,))}),
    "shape": packed({"a": entry(shape=(1, 1, 1, 1, 2))}),
    "offsets": packed({"a": entry(), "b": entry(offsets=(4, 12))}, bytes(12)),
    "not_finite": save({"bad one": torch.tensor([1.0, float("nan")])}),
}
MORE = {
    "legacy pickle": (pickled(_use_new_zipfile_serialization=False), "pickle"),
    "shape of nothing": (packed({"a": entry(shape=(0,), offsets=(0, 0))}, b""), "shape"),
    "shape too large": (packed({"a": entry(shape=(10**9, 10**9), offsets=(0, 4 * 10**18))}), "truncated"),
    "negative shape": (packed({"a": entry(shape=(-2,), offsets=(0, -8))}), "shape"),
    "negative offset": (packed({"a": entry(offsets=(-8, 0))}), "offsets"),
    "outside": (packed({"a": entry(offsets=(0, 10**15))}), "offsets"),
    "gap": (packed({"a": entry(offsets=(8, 16))}, bytes(16)), "offsets"),
    "on top of each other": (packed({"a": entry(), "b": entry()}), "offsets"),
    "more than said": (packed({"a": entry()}, bytes(9)), "header"),
    "no list": (packed({"a": {**entry(), "shape": 2}}), "header"),
    "true is no number": (packed({"a": {**entry(), "shape": [True]}}), "header"),
    "a name twice": (packed(b'{"a":%b,"a":%b}' % ((json.dumps(entry()).encode(),) * 2)), "header"),
    "deep": (packed(b'{"a":' + b"[" * 100_000), "header"),
    "not UTF-8": (packed(b'{"\xff\xfe":1}'), "header"),
    "infinite": (save({"a": torch.tensor([torch.inf])}), "not_finite"),
    "too large for float32": (save({"a": torch.tensor([1e300], dtype=torch.float64)}), "not_finite"),
    "a .pth by name": (b"\0\1\2\3" * 9, "pickle"),
}


def answer(data, name="mine.safetensors"):
    try:
        return opening.read(data, name)
    except UnreadableWeights as refusal:
        return refusal


@pytest.mark.parametrize("code", REFUSED)
def test_a_bad_file_gets_one_sentence(code):
    refusal = answer(REFUSED[code])
    assert refusal.code == code
    assert str(refusal).strip().endswith((".", ":"))
    assert "{" not in str(refusal)


@pytest.mark.parametrize("kind", MORE)
def test_no_kind_of_bad_file_gets_through(kind):
    data, code = MORE[kind]
    assert answer(data, "mine.pth" if "name" in kind and "by" in kind else "mine.safetensors").code == code


def test_the_tensor_that_is_not_finite_is_named_as_plain_text():
    refusal = answer(save({"<b>[x](y)*": torch.tensor([float("nan")])}))
    assert "The tensor bx(y) holds a value" in str(refusal)
    assert len(plain("x" * 900)) == 80


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setenv("CONVOSCOPE_MOST_UPLOAD_MB", "1")
    monkeypatch.setattr(opening, "read_in_child", lambda _: pytest.fail("it was read"))
    refusal = answer(save({"a": torch.ones(300_000)}))
    assert refusal.code == "too_large"
    assert "at most 1 MB" in str(refusal)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
def test_every_precision_becomes_the_same_float32_as_in_torch(dtype):
    values = torch.randn(3, 4, 2, 2, generator=torch.Generator().manual_seed(0)).to(dtype)
    one = torch.tensor(2.5, dtype=dtype)
    found = answer(save({"a": values, "bn.num_batches_tracked": torch.tensor(7), "one": one}))
    assert np.array_equal(found.tensors["a"], values.float().numpy())
    assert found.tensors["one"].shape == ()
    assert set(found.tensors) == {"a", "one"}
    assert found.integers == 1
    with pytest.raises(ValueError, match="read-only"):
        found.tensors["a"][0] = 1


@settings(max_examples=25)
@given(st.binary(max_size=300))
def test_random_bytes_are_never_more_than_a_sentence(data):
    assert isinstance(answer(data), UnreadableWeights)


SIDES = st.integers(-2, 5)
VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=4) | st.lists(SIDES, max_size=6)
ENTRIES = st.fixed_dictionaries(
    {
        "dtype": st.sampled_from(["F32", "F16", "BF16", "I64", "Q4"]) | VALUES,
        "shape": st.lists(SIDES, max_size=5) | VALUES,
        "data_offsets": st.lists(st.integers(-4, 99), min_size=2, max_size=2) | VALUES,
    }
)


@settings(max_examples=300)
@given(st.dictionaries(st.text(max_size=5), ENTRIES | VALUES, max_size=4) | VALUES, st.binary(max_size=99))
def test_whatever_a_header_says_is_a_claim_within_the_file_or_a_refusal(entries, body):
    data = memoryview(packed(entries, body))
    said, found = run.answer(data)
    assert ("refused" in said) != bool(found)
    assert all(header.LENGTH < claim.begin <= claim.end <= len(data) for claim in found)
    assert sum(1 for _ in run.float_values(data, found)) == sum(claim.readable for claim in found)


@settings(max_examples=200)
@given(st.integers(0, 400), st.integers(0, 255))
def test_one_wrong_byte_never_brings_a_trace(at, value):
    data = bytearray(save(GOOD))
    data[at % len(data)] = value
    said, _ = run.answer(memoryview(data))
    assert set(said) <= {"refused", "details", "tensors"}


@pytest.mark.parametrize(
    "behaviour",
    [
        "sys.exit(3)",
        "os.abort()",
        "sys.stdout.write('nonsense\\n')",
        "sys.stdout.write('[]\\n')",
        "sys.stdout.write(json.dumps({'tensors': [['a', 'F32', [10**6, 10**6]]]}) + '\\n')",
        "sys.stdout.write(json.dumps({'tensors': [['a', 'F32', [-1, -4]]]}) + '\\n')",
        "sys.stdout.write(json.dumps({'tensors': [['a', 'F32', [4]]]}) + '\\nshort')",
        "sys.stdout.write('x' * 50_000_000)",
        "time.sleep(60)",
    ],
)
def test_a_conquered_child_is_believed_nothing(behaviour, monkeypatch):
    monkeypatch.setattr(sandbox, "_PROGRAM", "import sys, os, json, time; sys.stdin.buffer.read(); " + behaviour)
    monkeypatch.setattr(child, "SECONDS", 3.0)
    assert answer(save(GOOD)).code == "too_much"


def test_a_child_may_not_say_what_it_likes(monkeypatch):
    program = "import sys, json; sys.stdin.buffer.read(); print(json.dumps({'refused': 'pwned', 'details': {}}))"
    monkeypatch.setattr(sandbox, "_PROGRAM", program)
    assert answer(save(GOOD)).code == "header"


def test_the_secrets_of_the_server_do_not_reach_the_child(monkeypatch):
    monkeypatch.setenv("A_SECRET", "sesame")
    program = "import os, sys, json; sys.stdin.buffer.read(); print(json.dumps({'refused': 'shape', 'details': "
    monkeypatch.setattr(sandbox, "_PROGRAM", program + "{'tensor': str('A_SECRET' in os.environ), 'shape': ''}}))")
    assert "tensor False" in str(answer(save(GOOD)))


def test_where_no_process_can_start_the_visitor_is_asked_to_wait(monkeypatch):
    monkeypatch.setattr(sandbox.sys, "executable", "/nowhere/python")
    assert answer(save(GOOD)).code == "busy"


def test_the_child_is_confined_before_it_reads(monkeypatch):
    monkeypatch.setenv("CONVOSCOPE_MOST_UPLOAD_MB", "10")
    start = sandbox._PROGRAM.rpartition("get(")[0]
    program = start + (
        "import json, resource; "
        "told = str([resource.getrlimit(getattr(resource, 'RLIMIT_' + n))[0] for n in ('AS', 'CPU', 'FSIZE')]); "
        "print(json.dumps({'refused': 'shape', 'details': {'tensor': told, 'shape': ''}}))"
    )
    monkeypatch.setattr(sandbox, "_PROGRAM", program)
    assert f"{512 * 2**20 + 40_000_000}, 20, 0" in str(answer(save(GOOD)))
