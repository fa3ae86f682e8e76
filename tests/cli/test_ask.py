"""`signpost ask` around the model: what it reads, where it writes, and what it says before the long wait. The model is a stand-in."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from bot.cli import ask, main
from bot.clock import local_now
from bot.ops.model import NoModel, Parse


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reached the model, which understands nothing."""
    texts: list[str] = []

    def parse(text: str) -> dict[str, Any]:
        text.encode()  # Rasa's tokenizer takes no half of a character either
        texts.append(text)
        return {"text": text}

    monkeypatch.setattr(ask, "load_parser", lambda: parse)
    return texts


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that comes as far as loading the model."""

    def load() -> Parse:
        pytest.fail("the model was loaded")

    monkeypatch.setattr(ask, "load_parser", load)


def batch(folder: Path, content: bytes) -> list[dict[str, Any]]:
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_bytes(content)
    assert main(["ask", "--batch", str(source), "--out", str(target)]) == 0
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("out", ["/no/such/folder/x", "/"])
def test_a_place_that_cannot_be_written_is_told_before_the_model_is_loaded(
    no_model: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "hello"}\n')
    assert main(["ask", "--batch", str(tmp_path / "in.jsonl"), "--out", out]) == 2
    assert f"{out} cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--out", "x", "hi"], ["--out", "x"], ["--batch", "x"], ["--batch", "x", "--out", "y", "hi"]])
def test_a_batch_that_is_half_asked_for_is_misuse(no_model: None, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(["ask", *arguments]) == 2
    assert "--batch IN.jsonl --out OUT.jsonl" in capsys.readouterr().err
    assert not Path("x").exists()


def test_half_a_character_is_replaced_and_the_other_lines_are_answered(heard: list[str], tmp_path: Path) -> None:
    answers = batch(tmp_path, b'{"id": "a\\udfff", "text": "\\ud800 my son"}\n{"id": 2, "text": "my \\ud83d\\ude00 girl"}\n')
    assert heard == ["\ufffd my son", "my \U0001f600 girl"]
    assert [line["id"] for line in answers] == ["a\udfff", 2]


def test_half_a_character_at_a_terminal_is_replaced(heard: list[str]) -> None:
    assert main(["ask", "my lad\udcff is 4"]) == 0
    assert heard == ["my lad\ufffd is 4"]


def test_a_file_with_a_byte_order_mark_is_read(heard: list[str], tmp_path: Path) -> None:
    assert len(batch(tmp_path, b'\xef\xbb\xbf{"id": 1, "text": "hello"}\r\n')) == 1
    assert heard == ["hello"]


def test_warnings_that_nobody_can_act_on_are_not_shown(monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder) -> None:
    def load() -> Parse:
        warnings.simplefilter("always")  # as one of Rasa's own dependencies does
        warnings.warn("jax.xla_computation is deprecated", DeprecationWarning, stacklevel=1)
        return lambda text: {"text": text}

    monkeypatch.setattr(ask, "load_parser", load)
    assert main(["ask", "hello"]) == 0
    assert list(recwarn) == []


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_message_of_nothing_is_misuse(no_model: None, capsys: pytest.CaptureFixture[str], text: str, options: list[str]) -> None:
    assert main(["ask", text, *options]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("signpost: write: signpost ask ")
    assert (printed.err.count("\n"), printed.out) == (1, "")


def test_one_message_is_answered_in_one_line_of_json(heard: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "hello", "--json"]) == 0
    assert capsys.readouterr().out.count("\n") == 1


@pytest.mark.parametrize(
    ("ranking", "intent"),
    [
        ([("nlu_fallback", 0.42), ("complaint", 0.4), ("find_service", 0.3)], ("complaint", 0.4)),
        ([("nlu_fallback", 0.42)], ("out_of_scope", 0.0)),
        ([("thanks", 0.9)], ("thanks", 0.9)),
    ],
)
def test_the_intent_is_the_likeliest_though_none_is_sure(ranking: list[tuple[str, float]], intent: tuple[str, float]) -> None:
    ranked = [{"name": name, "confidence": chance} for name, chance in ranking]
    line = ask.understand(lambda text: {"text": text, "intent": ranked[0], "intent_ranking": ranked}, "1", "zzzz qqqq", local_now())
    assert (line["intent"], line["confidence"]) == intent


def test_a_question_is_answered_with_what_can_be_chosen() -> None:
    parse = {"text": "zzzz qqqq", "intent": {"name": "nlu_fallback", "confidence": 0.42}, "nearest_needs": ["hearing", "sleep"]}
    answer = ask.understand(lambda text: parse, "1", "zzzz qqqq", local_now())["answer"]
    assert "\n- Help with sleep\n" in answer.split("You can choose:")[1]


def test_a_fault_is_not_hidden_with_the_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> Parse:
        raise RuntimeError("the model is damaged")

    monkeypatch.setattr(ask, "load_parser", load)
    with pytest.raises(RuntimeError, match="damaged"):
        main(["ask", "hello"])


def test_without_a_model_it_is_said_how_to_make_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def load() -> Parse:
        raise NoModel("run `make setup` first")

    monkeypatch.setattr(ask, "load_parser", load)
    assert main(["ask", "hello"]) == 2
    assert capsys.readouterr().err == "signpost: run `make setup` first\n"
