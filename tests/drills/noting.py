"""Everything SQLite asks of the disk, noted in order beside what was acknowledged meanwhile.

A layer is put under the very SQLite library that Python's own `sqlite3` uses, through its interface
for that (a "VFS"): it hands each write, cut, deletion and sync on, and notes it. Nothing of the
application, of Django or of its settings is changed, and none of them knows.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import pickle
import threading
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int, c_int64, c_void_p
from pathlib import Path
from typing import Any

from django.db import connections

from tests.drills.acting import Load, write

KEPT_FILES = 0x100 | 0x800 | 0x80000  # a database, its journal, its write-ahead log
NAME = b"noting"
Noted = tuple[Any, ...]

Open = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
Delete = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
Close = CFUNCTYPE(c_int, c_void_p)
Write = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
Truncate = CFUNCTYPE(c_int, c_void_p, c_int64)
Sync = CFUNCTYPE(c_int, c_void_p, c_int)


class Layer(ctypes.Structure):
    """What SQLite calls `sqlite3_vfs`, as far as we change it; the rest comes along untouched."""

    _fields_ = [
        ("version", c_int),
        ("size_of_a_file", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("own", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
        ("rest", c_void_p * 14),
    ]


class Methods(ctypes.Structure):
    """What SQLite calls `sqlite3_io_methods`."""

    _fields_ = [
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("truncate", c_void_p),
        ("sync", c_void_p),
        ("rest", c_void_p * 13),
    ]


class Notebook:
    """The list of what was asked, and the layer that writes it."""

    def __init__(self) -> None:
        """Put the layer under SQLite, for every file that is opened from now on."""
        self.noted: list[Noted] = []
        self._lock = threading.Lock()
        self._files: dict[int, str] = {}
        self._methods: dict[int, Methods] = {}
        self._kept: list[Any] = []  # what C still points to
        # The library that Python's module is linked with; or it lies within Python itself.
        library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
        library.sqlite3_vfs_find.restype = POINTER(Layer)
        plain = library.sqlite3_vfs_find(None).contents
        self._open, self._delete = Open(plain.open), Delete(plain.delete)
        self._layer = Layer.from_buffer_copy(plain)
        self._layer.name, self._layer.next = NAME, None
        self._layer.open = self._pointer(Open(self._opened))
        self._layer.delete = self._pointer(Delete(self._deleted))
        assert library.sqlite3_vfs_register(ctypes.byref(self._layer), 1) == 0

    def tell(self, told: dict[str, Any]) -> None:
        """Note what the application says, in its place among the rest."""
        with self._lock:
            self.noted.append(("told", told))

    def _pointer(self, function: Any) -> int:
        self._kept.append(function)
        return ctypes.cast(function, c_void_p).value or 0

    def _opened(self, layer: int, name: int, file: int, flags: int, out: int) -> int:
        code = self._open(layer, name, file, flags, out)
        if code == 0 and name and flags & KEPT_FILES:
            slot = c_void_p.from_address(file)
            plain = slot.value or 0
            with self._lock:
                self._files[file] = ctypes.string_at(name).decode()
                if plain not in self._methods:
                    self._methods[plain] = self._noting(Methods.from_address(plain))
            slot.value = ctypes.addressof(self._methods[plain])
        return int(code)

    def _noting(self, plain: Methods) -> Methods:
        noting = Methods.from_buffer_copy(plain)
        close, write_ = Close(plain.close), Write(plain.write)
        truncate, sync = Truncate(plain.truncate), Sync(plain.sync)
        self._kept += [close, write_, truncate, sync]

        def written(file: int, content: int, length: int, offset: int) -> int:
            note = ("write", self._files[file], offset, ctypes.string_at(content, length))
            return self._done(note, lambda: write_(file, content, length, offset))

        def cut(file: int, size: int) -> int:
            return self._done(("truncate", self._files[file], size), lambda: truncate(file, size))

        def synced(file: int, flags: int) -> int:
            return self._done(("sync", self._files[file]), lambda: sync(file, flags))

        def closed(file: int) -> int:
            self._files.pop(file)
            return int(close(file))

        noting.write, noting.truncate = self._pointer(Write(written)), self._pointer(Truncate(cut))
        noting.sync, noting.close = self._pointer(Sync(synced)), self._pointer(Close(closed))
        return noting

    def _deleted(self, layer: int, name: int, and_synced: int) -> int:
        note = ("delete", ctypes.string_at(name).decode(), bool(and_synced))
        return self._done(note, lambda: self._delete(layer, name, and_synced))

    def _done(self, note: Noted, act: Any) -> int:
        """Do it and note it in one go, so that the notes are in the order of the deeds."""
        with self._lock:
            code = act()
            if code == 0:
                self.noted.append(note)
        return int(code)


def noted(load: Load, folder: str, people: list[str], *, synchronous: str) -> None:
    """Let four threads write, and leave the notes in a file."""
    for each in connections.all():
        options = each.settings_dict["OPTIONS"]
        shipped = "PRAGMA synchronous=FULL"
        assert shipped in options["init_command"]
        changed = options["init_command"].replace(shipped, f"PRAGMA synchronous={synchronous}")
        options["init_command"] = changed
    notebook = Notebook()
    write(load, people, notebook.tell)
    with Path(folder, "noted").open("wb") as file:
        pickle.dump(notebook.noted, file)
