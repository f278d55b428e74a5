"""`python -m jxprint` is the command `jxprint`."""

from __future__ import annotations

import sys

from jxprint.cli import main

sys.exit(main())
