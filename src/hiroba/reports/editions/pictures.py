"""The names of the pictures that a text may ask for."""

# Our own drawings of the web frame that fit beside a chapter.
ARTS = frozenset(
    {"citizen", "company", "door", "letter", "ngo", "plaza", "pupil", "teacher", "town"}
)

MAPS = frozenset({"projects"})
