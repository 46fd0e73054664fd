"""The room of keys for programs: make one, see which there are, end one."""
