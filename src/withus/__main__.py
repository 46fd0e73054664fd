"""`python -m withus`."""

import sys

from withus.cli import main

sys.exit(main())
