"""The process that signs the heads of the records. No other process opens its keys.

It keeps its own account of each record it signs for, outside the database: the key, the last head
it signed, the edge of its own tree, and a copy of the entries. It believes none of the database's
hashes, and signs only what grows from what it signed before.
"""
