"""What is kept of a person, as a text that they can read."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.assistant.files import report_of
from bot.assistant.own_data import OwnData, OwnDraft, Row
from bot.assistant.paper import blocks_of, report_from
from bot.documents.text import text_of
from bot.interview.aside import is_aside
from bot.interview.event import EventKind
from bot.interview.outline import Outline, Question
from bot.interview.returning import CHINA
from bot.library.shelf import Shelf

RULE = "=" * 30
OF_THE_REPORT = ("wish", "own", "restate", "add", "return", "beside")
"""Events of a finished report that have words of the person's."""


def own_text(data: OwnData, shelf: Shelf, now: datetime) -> str:
    """All of it: reports with questions, words and times, what was written, voices, and the rest."""
    return "\n".join(_Told(data, shelf).lines(now)) + "\n"


class _Told:
    def __init__(self, data: OwnData, shelf: Shelf) -> None:
        self._rows = data.rows
        self._data = data
        self._shelf = shelf
        self._texts = shelf.texts

    def lines(self, now: datetime) -> Iterator[str]:
        texts = self._texts
        yield from (texts("own_title"), texts("own_made", at=_when(now.isoformat())))
        for number, draft in enumerate(self._data.drafts, 1):
            yield from self._draft(number, draft)
        loose = [self._line(one["at"], one["text"]) for one in self._data.loose]
        yield from self._part("own_loose", loose, RULE)
        yield from self._part("own_voices", [self._voice(row) for row in self._rows["voices"]], RULE)
        held = [self._line(row["said_at"], row["text"]) for row in self._rows["held"]]
        yield from self._part("own_held", held, RULE)
        counts = {name: len(self._rows[name]) for name in ("inbox", "model_calls", "usage", "members")}
        yield from self._part("own_rest", [texts("own_counts", **counts)], RULE)

    def _draft(self, number: int, draft: OwnDraft) -> Iterator[str]:
        texts, row, outline = self._texts, draft.row, draft.outline
        title = outline.title if outline else row["outline"]
        yield from ("", RULE, texts("own_report", n=number, title=title))
        yield texts("own_begun", at=_when(row["created_at"]))
        for deadline in self._of(row, "deadlines"):
            yield texts("own_deadline", day=deadline["day"])
        yield from self._part("own_said", list(self._said(draft)))
        asked = [
            (self._labels(outline).get(one["question_key"], ""), one["text"])
            for one in self._of(row, "follow_ups")
        ]
        lines = [texts("own_asked_line", label=label, text=text) for label, text in asked if text]
        yield from self._part("own_asked_back", lines)
        yield from self._part("own_on_report", list(self._on_report(draft)))
        finished = list(self._finished(draft))
        yield from finished
        yield from self._versions(draft, "\n".join(finished))

    def _said(self, draft: OwnDraft) -> Iterator[str]:
        """Every question with words, in the outline's order; then what belongs to questions that are gone."""
        outline = draft.outline
        renames = outline.renames if outline else {}
        by_key: dict[str, list[Row]] = {}
        for one in draft.said:
            by_key.setdefault(renames.get(one["question"]) or one["question"], []).append(one)
        for name, questions in self._sections(outline):
            told = [question for question in questions if question.key in by_key]
            if told:
                yield f"【{name}】"
            for question in told:
                yield f"{question.label}（{question.ask}）"
                yield from (self._event(one, question) for one in by_key.pop(question.key))
        for key, said in by_key.items():
            yield self._texts("own_aside") if is_aside(key) else self._texts("own_gone", key=key)
            yield from (self._event(one, None) for one in said)

    def _event(self, one: Row, question: Question | None) -> str:
        texts, text = self._texts, one["text"]
        match one["kind"]:
            case EventKind.NOTE:
                words = text
            case EventKind.DECLARE:
                words = texts(f"own_declare_{text}", sentence=question.sentence if question else "")
            case EventKind.FILL:
                words = texts("own_fill", text=text.partition(":")[2])
            case kind:
                words = texts(f"own_{kind}", text=text)
        return self._line(one["at"], words + (texts("own_taken_back") if one["undone"] else ""))

    def _on_report(self, draft: OwnDraft) -> Iterator[str]:
        labels = self._labels(draft.outline)
        for event in self._of(draft.row, "events"):
            if event["kind"] in OF_THE_REPORT and event["text"]:
                about = labels.get(event["question_key"], "")
                yield self._line(
                    event["at"], self._texts(f"own_{event['kind']}", about=about, text=event["text"])
                )

    def _finished(self, draft: OwnDraft) -> Iterator[str]:
        """The text of every finished report; one that reads as the one before it is not told again."""
        kept = {row["seq"]: report_from(row["report"]) for row in self._of(draft.row, "finished_reports")}
        before = ""
        for event in self._of(draft.row, "events"):
            if event["kind"] != EventKind.FINISH or event["seq"] not in {*kept, *draft.finishes}:
                continue
            seq = event["seq"]
            text = text_of(kept[seq] if seq in kept else report_of(draft.finishes[seq], self._shelf))
            if text != before:
                yield from ("", self._texts("own_finished", at=_when(event["at"])), text.rstrip("\n"))
            before = text

    def _versions(self, draft: OwnDraft, finished: str) -> Iterator[str]:
        """Every section that was written and stands in none of the finished reports as it is."""
        for version in self._of(draft.row, "section_versions"):
            paragraphs = [block.text for block in blocks_of(version["blocks"])]
            if not all(paragraph in finished for paragraph in paragraphs):
                name = self._labels(draft.outline).get(version["section"], version["section"])
                head = self._texts("own_version", at=_when(version["at"]), section=name)
                yield from ("", head, *paragraphs)

    def _voice(self, row: Row) -> str:
        state = self._texts(f"own_voice_{row['state']}")
        return self._line(row["at"], self._texts("own_voice", state=state, text=row["transcript"]))

    def _part(self, head: str, lines: list[str], rule: str = "") -> Iterator[str]:
        if lines:
            yield from ("", *filter(None, (rule,)), self._texts(head), *lines)

    def _line(self, at: str | None, text: str) -> str:
        return self._texts("own_line", at=_when(at), text=text.replace("\n", "\n    "))

    def _of(self, draft: Row, table: str) -> list[dict[str, Any]]:
        return [row for row in self._rows[table] if row["draft"] == draft["id"]]

    def _sections(self, outline: Outline | None) -> Iterator[tuple[str, tuple[Question, ...]]]:
        if outline:
            yield self._texts("profile_name"), tuple(outline.profile)
            yield from ((part.name, tuple(part.all_questions())) for part in outline.sections)

    def _labels(self, outline: Outline | None) -> dict[str, str]:
        """Names of questions and sections by their keys."""
        if outline is None:
            return {}
        names = {question.key: question.label for question in outline.questions()}
        return names | {part.key: part.name for part in outline.sections}


def _when(at: str | None) -> str:
    """2026年12月1日 16:30, by the country's clock."""
    if not at:
        return ""
    moment = datetime.fromisoformat(at).astimezone(CHINA)
    return f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M}"
