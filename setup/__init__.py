"""Sets up a fresh machine. Standard library only: it runs before anything is installed."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said here, before newer syntax is read
    sys.exit(
        "setup: Tierline needs Python 3.11 or newer, this is {}.{}: name another one, as in "
        "`make run PYTHON=python3.12`.".format(*sys.version_info)
    )
