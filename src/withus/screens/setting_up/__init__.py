"""Setting a partnership up, in one sitting."""
