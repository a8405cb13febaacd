"""An agency as one thing that is published: all its files, and the version that names exactly these."""

from hashlib import sha256

from tierline.agency.files import Files, in_order


def version_of(files: Files) -> str:
    """A hash over every file's name and content."""
    whole = sha256()
    for name in in_order(files):
        content = files[name]
        whole.update(f"{name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()[:16]
