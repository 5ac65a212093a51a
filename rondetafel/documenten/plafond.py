"""How large may a request be before it is refused unread? Asked first of all handlers of an upload."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class Plafond(FileUploadHandler):
    """Stops at UPLOAD_PLAFOND: by what the request says of its size, and by what really comes."""

    gelezen = 0

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        """:raises RequestDataTooBig: answered with page 400."""
        self._refuse_above(content_length)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """:raises RequestDataTooBig: answered with page 400."""
        self.gelezen += len(raw_data)
        self._refuse_above(self.gelezen)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

    def _refuse_above(self, grootte: int) -> None:
        if grootte > settings.UPLOAD_PLAFOND:
            raise RequestDataTooBig
