"""The frame every page hangs in: base page, components, errors, home, the sheet."""
