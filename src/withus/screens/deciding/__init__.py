"""The rules of a board: changed one by one in plain sentences, looked at, and set."""
