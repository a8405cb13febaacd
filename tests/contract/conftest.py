from tests.telephony.engine import engine

__all__ = ["engine"]
