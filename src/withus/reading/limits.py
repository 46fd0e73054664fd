"""How much this room takes, and how long it will try."""

MEGABYTE = 1024 * 1024

FILE_BYTES = 10 * MEGABYTE
FILES = 12
TOGETHER_BYTES = 25 * MEGABYTE

LINES = 20_000
LINE_CHARACTERS = 2_000
PAGES = 60
UNPACKED_BYTES = 50 * MEGABYTE
ENTRIES_IN_ZIP = 2_000
OUTPUT_BYTES = 64 * MEGABYTE

# The child may hold this much address space, so its resident memory stays below it.
CHILD_MEMORY_BYTES = 190 * MEGABYTE
# Start-up takes about a tenth of a second of the two seconds a file may take.
CHILD_WORK_SECONDS = 1.7
CHILD_WALL_SECONDS = 5.0
