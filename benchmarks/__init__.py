"""Measurements: how long the program takes, on the machine they are run on."""
