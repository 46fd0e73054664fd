"""Withus: who was in the room when it was decided, and how shared the deciding was."""

__version__ = "0.1.0"
