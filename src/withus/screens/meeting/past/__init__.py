"""What minutes say of meetings held before: beside a board’s record, and no part of it."""
