"""What writing with a model needs of prompts/."""

from bot.interview.profile import reporting_year
from bot.interview.state import DraftState
from bot.library.lexicon import load_lexicon
from bot.library.located import Fault, Faults
from bot.library.shelf import Shelf
from bot.writing.model import House, PromptBook, TemplateFault, read_prompt_book


def house_of(state: DraftState, shelf: Shelf) -> House:
    """What writing this draft with a model needs of prompts/. Raises Faults naming what cannot be used."""
    year = reporting_year(state)
    packed = year if year in shelf.packs else None
    book = prompt_book_of(shelf)
    return House(shelf.phrases, shelf.pack(year), load_lexicon(shelf.folder, packed), book)


def prompt_book_of(shelf: Shelf) -> PromptBook:
    """What a model is told. Raises Faults naming what cannot be used."""
    folder = shelf.folder / "writing"
    try:
        return read_prompt_book(folder)
    except TemplateFault as problem:
        raise Faults([Fault(folder, 1, str(problem))]) from None
