"""How many files a process may have open. The usual limit of 1024 is spent with some 190 callers, or with a
thousand open screens."""

import contextlib
import resource


def let_open_files(pid: int = 0) -> None:
    """As many as the machine lets us give; of this process, or another of this user's."""
    with contextlib.suppress(ProcessLookupError):  # it ended at once, and its log says why
        _, most = resource.prlimit(pid, resource.RLIMIT_NOFILE)
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (most, most))
