"""Points for finding them; the files, links and routes that go with them, sealed."""
