"""Where people work, and for which company where they are contractors."""

import msgspec


class Vendor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A company whose employees take calls for the agency."""

    id: str
    name: str


class PlaceOfWork(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A site. One that is a `vendor`'s has no other vendor's people; federal staff may work at any."""

    id: str
    names: dict[str, str]
    vendor: str = ""


class SitesFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`sites.yaml`. Without it sites are as `staff.yaml` names them, and contractors of no vendor."""

    vendors: tuple[Vendor, ...] = ()
    sites: tuple[PlaceOfWork, ...] = ()

    def site(self, id_: str) -> PlaceOfWork | None:
        return next((site for site in self.sites if site.id == id_), None)

    def vendor(self, id_: str) -> Vendor | None:
        return next((vendor for vendor in self.vendors if vendor.id == id_), None)


NO_SITES = SitesFile()
