"""The case system of an agency that has none."""

from collections.abc import Sequence

from tierline.ports.case_system import AT_EASE, Asked, CaseRecord, CaseSystem


class NoCases(CaseSystem):
    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        return []
