from tests.telephony.center import center, own_center, prompts
from tests.telephony.engine import engine
from tests.telephony.people import people

__all__ = ["center", "engine", "own_center", "people", "prompts"]
