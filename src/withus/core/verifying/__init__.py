"""The parts of checking a copy of a record; `core/verify.py` puts them in order."""
