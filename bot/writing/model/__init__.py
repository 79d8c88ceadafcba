"""Writing with a model: prompts, the loop that checks and repairs, and the plain writer for whatever fails.

Knows no HTTP: whoever calls passes a `Complete` in.
"""

from typing import TYPE_CHECKING

from bot.lazily import parts

if TYPE_CHECKING:
    from bot.writing.model.answered import Answered, Complete, NoAnswer, Why
    from bot.writing.model.asking import Asker, Spent
    from bot.writing.model.book import PromptBook, read_prompt_book
    from bot.writing.model.briefing import House, briefs
    from bot.writing.model.fault import Fault
    from bot.writing.model.kept import Kept, MemoryKept
    from bot.writing.model.progress import OnProgress, Progress, Stage
    from bot.writing.model.prompt import Prompt, Turn
    from bot.writing.model.rewriting import ModelSection, rewrite_section
    from bot.writing.model.tally import ModelReport, SectionTally
    from bot.writing.model.templates import TemplateFault
    from bot.writing.model.together import put_together, with_hand
    from bot.writing.model.whole_report import first_prompts, write_report
    from bot.writing.model.wish import OwnLead, Wish

__all__ = [
    "Answered",
    "Asker",
    "Complete",
    "Fault",
    "House",
    "Kept",
    "MemoryKept",
    "ModelReport",
    "ModelSection",
    "NoAnswer",
    "OnProgress",
    "OwnLead",
    "Progress",
    "Prompt",
    "PromptBook",
    "SectionTally",
    "Spent",
    "Stage",
    "TemplateFault",
    "Turn",
    "Why",
    "Wish",
    "briefs",
    "first_prompts",
    "put_together",
    "read_prompt_book",
    "rewrite_section",
    "with_hand",
    "write_report",
]

__getattr__ = parts(
    __name__,
    {
        "Answered": "answered",
        "Asker": "asking",
        "Complete": "answered",
        "Fault": "fault",
        "House": "briefing",
        "Kept": "kept",
        "MemoryKept": "kept",
        "ModelReport": "tally",
        "ModelSection": "rewriting",
        "NoAnswer": "answered",
        "OnProgress": "progress",
        "OwnLead": "wish",
        "Progress": "progress",
        "Prompt": "prompt",
        "PromptBook": "book",
        "SectionTally": "tally",
        "Spent": "asking",
        "Stage": "progress",
        "TemplateFault": "templates",
        "Turn": "prompt",
        "Why": "answered",
        "Wish": "wish",
        "briefs": "briefing",
        "first_prompts": "whole_report",
        "put_together": "together",
        "read_prompt_book": "book",
        "rewrite_section": "rewriting",
        "with_hand": "together",
        "write_report": "whole_report",
    },
)
