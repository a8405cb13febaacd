"""Staff by the numbers that callers are told to note, of the agency that was published last."""

from tierline.agency import load
from tierline.publishing.kept import bundle_of, texts_of
from tierline.store.sql import SqlStore


async def staff_numbers(store: SqlStore) -> dict[str, str]:
    """By user. None where nothing was published. Raises BadAgency, Damaged, StoreAway."""
    published = await store.bundles.current()
    if published is None:
        return {}
    texts = await texts_of(store.bundles, await bundle_of(store.bundles, published.version))
    staff = load(texts, published.version).staff
    return {user: person.number for user, person in staff.items()}
