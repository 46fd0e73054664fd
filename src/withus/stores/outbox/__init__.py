"""Mail on its way out: sealed until it is handed on, and then forgotten."""
