"""Keys for programs: what lets one act for a person, and tells a repeat from a new act."""
