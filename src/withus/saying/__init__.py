"""Saying: refusals, findings and rules as sentences, tables and pictures, the same everywhere."""
