"""The demo of tests/demo, for whoever walks through all of it."""

from tests.demo.conftest import decor as decor
from tests.demo.conftest import demo as demo
