"""The names of views, as a screen remembers them."""

START, DRAFTS, HELP, PEOPLE = "start", "drafts", "help", "people"
FORGET, FORGOTTEN = "forget", "forgotten"
FINISHED, CANCELLING, PREVIEW = "finished", "cancelling", "preview:0"
OVERVIEW, PAUSED, RESUMING = "overview", "paused", "resuming"
DEADLINE, REMINDER = "deadline", "reminder"
WRITING, STOPPED, PART, COMPARE = "writing", "stopped", "part", "compare"
MEND = "mend"
