"""The keys that open sealed fields and names, in a file of their own, backed up apart.

What is sealed lies in the main database as noise; erasing somebody deletes the key, here, so that
older copies of the main database hold noise for good.
"""
