"""Which house is this: a demonstration, a test, or an installation with real families?"""

import os


def is_on(name: str) -> bool:
    """Is this switch in the environment set to something else than 0?"""
    return os.environ.get(name, "") not in ("", "0")


DEMO = is_on("RONDETAFEL_DEMO")
TEST = is_on("RONDETAFEL_TEST")
IS_LOCAL = DEMO or TEST
