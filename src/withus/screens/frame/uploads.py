"""Files a person sends: held in memory while they are read, never written to disk."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

# Past the limit we still take in what is coming (and let it go), up to this much, so that the
# person's browser gets to read our page. Beyond it the line is cut.
TAKEN_IN_AT_MOST = 256 * 1024 * 1024
AT_A_TIME = 64 * 1024


class Sent(HttpRequest):
    """A request as the middleware `limits` hands it on."""

    too_big: bool  # the whole is more than we take
    files_too_big: list[str]  # the names of single files that are


def announced(request: HttpRequest) -> int:
    """How many bytes are on their way, by what the browser says."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


class InMemoryOnly(FileUploadHandler):
    """Holds files in memory; marks the request where they, or one of them, are too big."""

    request: Sent

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.held = BytesIO()
        self.over = False
        self.total = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.held, self.over = BytesIO(), False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.total += len(raw_data)
        if self.request.too_big or self.total > settings.WITHUS_LARGEST_REQUEST:
            self.stop()
        if start + len(raw_data) > settings.WITHUS_LARGEST_FILE:
            self.leave_out()
        elif not self.over:
            self.held.write(raw_data)

    def leave_out(self) -> None:
        """Lets go of this one file and goes on with the next."""
        if not self.over:
            self.over = True
            self.held = BytesIO()
            self.request.files_too_big.append(str(self.file_name))

    def stop(self) -> None:
        """Nothing more is kept; the rest is taken in here, so our page can be read.

        Django would take it in line by line, and a file may be one line of 200 MB.
        """
        self.held = BytesIO()
        self.request.too_big = True
        take_in_the_rest(self.request)
        raise StopUpload(connection_reset=True)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        if self.over:
            return None
        self.held.seek(0)
        return InMemoryUploadedFile(
            file=self.held,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )


def take_in_the_rest(request: HttpRequest) -> None:
    """Reads and lets go of what is still coming, so that the browser gets to read our page."""
    left = TAKEN_IN_AT_MOST
    try:
        while left > 0 and (piece := request.read(AT_A_TIME)):
            left -= len(piece)
    except (OSError, ValueError):
        pass  # they have gone, or the body was already closed: nobody is waiting
