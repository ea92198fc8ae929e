"""One process at a time, also when it ends by a crash: the system lets go then."""

import contextlib
import errno
import fcntl
import os
import sys


@contextlib.contextmanager
def only_one(path, what):
    """Waits until nobody else holds the file `path`, and says once for what it waits."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    # The file stays: who removes a lock takes it from whoever holds it.
    with open(path, "a", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                print(f"another fetch is at {what}; waiting", file=sys.stderr)
                fcntl.flock(file, fcntl.LOCK_EX)
            elif error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL):
                raise
            # Where the file system knows no locks, one fetch at a time is up to the person.
        yield
