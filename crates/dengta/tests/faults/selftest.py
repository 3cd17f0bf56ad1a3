#!/usr/bin/env python3
"""Shows what disk.c promises: each test runs a few calls in a process of its own under the shim.

Run it directly; it needs cc and Python's own library. os.* calls the C library as the desk does, and sqlite3 is
the desk's embedded store.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import unittest

SOURCE = pathlib.Path(__file__).with_name("disk.c")

# What every child has at hand. `killed` ends it as a crash does: nothing is flushed or closed.
PRELUDE = """
import errno, os, signal, sqlite3, sys, threading
folder, control = os.environ["FAULT_DIR"], os.environ["FAULT_CONTROL"]
def path(name): return os.path.join(folder, name)
def killed(): os.kill(os.getpid(), signal.SIGKILL)
def fault(word): open(control, "w").write(word)
def error_of(call, *arguments):
    try: call(*arguments)
    except OSError as error: return errno.errorcode[error.errno]
    return None
def made(name, flags=0):
    return os.open(path(name), os.O_RDWR | os.O_CREAT | flags, 0o600)
def desk(synchronous):
    db = sqlite3.connect(path("desk.db"), isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, body TEXT)")
    db.execute(f"PRAGMA synchronous = {synchronous}")
    return db
def commit_200_and_die(db):
    for number in range(200): db.execute("INSERT INTO entry VALUES (?, ?)", (number, "x" * 100))
    killed()
"""


class DiskFaults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.made = pathlib.Path(tempfile.mkdtemp(prefix="dengta-shim-"))
        cls.addClassCleanup(shutil.rmtree, cls.made)
        cls.shim = cls.made / "disk.so"
        warnings = ["-Wall", "-Wextra", "-Werror"]
        subprocess.run(["cc", *warnings, "-shared", "-fPIC", "-O2", "-o", cls.shim, SOURCE, "-pthread"], check=True)

    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp(dir=self.made))
        self.data, self.shadow, self.control = (self.place / name for name in ("data", "shadow", "control"))
        self.data.mkdir()

    def child(self, code, killed=False):
        """Runs the code under the shim and returns what it printed."""
        variables = {"FAULT_DIR": self.data, "FAULT_SHADOW": self.shadow, "FAULT_CONTROL": self.control}
        ran = subprocess.run(
            [sys.executable, "-c", PRELUDE + textwrap.dedent(code)],
            env={**os.environ, "LD_PRELOAD": str(self.shim), **{name: str(at) for name, at in variables.items()}},
            stdout=subprocess.PIPE,
            text=True,
        )
        self.assertEqual(ran.returncode, -signal.SIGKILL if killed else 0)
        return ran.stdout.split()

    def after_power_cut(self, code):
        """Runs the code, which ends by being killed, and returns what the disk would hold."""
        self.child(code, killed=True)
        return self.shadow

    # Power loss

    def test_only_what_was_synced_survives(self):
        disk = self.after_power_cut("""
            fd = made("log"); os.write(fd, b"kept"); os.fsync(fd); os.write(fd, b"lost"); killed()
        """)
        self.assertEqual((disk / "log").read_bytes(), b"kept")
        self.assertEqual((self.data / "log").read_bytes(), b"keptlost", "the page cache outlives the process")

    def test_a_sync_covers_all_descriptors_of_the_file(self):
        disk = self.after_power_cut("""
            one, two = made("log"), made("log")
            os.pwrite(one, b"by one", 0); os.pwrite(two, b"by two", 10); os.fdatasync(os.dup(two)); killed()
        """)
        self.assertEqual((disk / "log").read_bytes(), b"by one\0\0\0\0by two")

    def test_appending_and_scattered_writes_are_found(self):
        disk = self.after_power_cut("""
            fd = made("log", os.O_APPEND); os.write(fd, b"one "); os.writev(fd, [b"two ", b"three"])
            os.fsync(fd); killed()
        """)
        self.assertEqual((disk / "log").read_bytes(), b"one two three")

    def test_an_unsynced_truncation_is_undone(self):
        disk = self.after_power_cut("""
            fd = made("log"); os.write(fd, b"all of it"); os.fsync(fd); os.ftruncate(fd, 3); killed()
        """)
        self.assertEqual((disk / "log").read_bytes(), b"all of it")

    def test_a_synced_truncation_holds(self):
        disk = self.after_power_cut("""
            fd = made("log"); os.write(fd, b"all of it"); os.fsync(fd); os.ftruncate(fd, 3); os.fsync(fd); killed()
        """)
        self.assertEqual((disk / "log").read_bytes(), b"all")

    def test_names_are_durable_before_contents(self):
        disk = self.after_power_cut("""
            os.mkdir(path("sub")); fd = made("sub/new"); os.write(fd, b"lost")
            os.rename(path("sub/new"), path("sub/named"))
            made("gone"); os.unlink(path("gone")); killed()
        """)
        self.assertEqual((disk / "sub/named").read_bytes(), b"")
        self.assertFalse((disk / "sub/new").exists() or (disk / "gone").exists())

    def test_what_was_there_before_is_there(self):
        (self.data / "old").write_bytes(b"from before")
        disk = self.after_power_cut("""fd = made("old"); os.pwrite(fd, b"FROM", 0); killed()""")
        self.assertEqual((disk / "old").read_bytes(), b"from before")

    def test_what_a_killed_process_left_is_pending_for_the_next(self):
        left = "fd = made('log'); os.write(fd, b'left'); killed()"
        self.assertEqual((self.after_power_cut(left) / "log").read_bytes(), b"")
        self.assertEqual((self.after_power_cut("fd = made('log'); killed()") / "log").read_bytes(), b"")
        synced = "fd = made('log'); os.fsync(fd); killed()"
        self.assertEqual((self.after_power_cut(synced) / "log").read_bytes(), b"left")

    def test_shared_memory_is_left_out(self):
        disk = self.after_power_cut("""fd = made("desk.db-shm"); os.write(fd, b"index"); os.fsync(fd); killed()""")
        self.assertFalse((disk / "desk.db-shm").exists())

    def test_threads_lose_nothing_that_was_acknowledged(self):
        disk = self.after_power_cut("""
            def write(number):
                fd = made("log")
                for line in range(50):
                    os.pwrite(fd, b"%03d\\n" % number, 4 * (50 * number + line)); os.fsync(fd)
            threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
            [thread.start() for thread in threads]; [thread.join() for thread in threads]; killed()
        """)
        expected = "".join(f"{number:03d}\n" * 50 for number in range(8))
        self.assertEqual((disk / "log").read_text(), expected)

    # The embedded store on such a disk

    def entries_on(self, disk):
        code = """
            db = sqlite3.connect(sys.argv[1]); assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            print(db.execute("SELECT count(*) FROM entry").fetchone()[0])
        """
        ran = [sys.executable, "-c", "import sqlite3, sys\n" + textwrap.dedent(code), disk / "desk.db"]
        return int(subprocess.run(ran, stdout=subprocess.PIPE, check=True).stdout)

    def test_sqlite_with_full_sync_keeps_every_commit(self):
        disk = self.after_power_cut("db = desk('FULL'); commit_200_and_die(db)")
        self.assertEqual(self.entries_on(disk), 200)

    def test_sqlite_without_full_sync_loses_commits(self):
        disk = self.after_power_cut("db = desk('NORMAL'); commit_200_and_die(db)")
        self.assertLess(self.entries_on(disk), 200)

    def test_sqlite_on_a_lying_disk_loses_commits(self):
        disk = self.after_power_cut("db = desk('FULL'); fault('liar'); commit_200_and_die(db)")
        self.assertLess(self.entries_on(disk), 200)

    # Faults, switched on and off while the process runs

    def test_a_full_disk_refuses_writes_and_growth(self):
        said = self.child("""
            fd = made("log"); os.write(fd, b"before"); fault("enospc")
            print(error_of(os.write, fd, b"x"), error_of(os.pwrite, fd, b"x", 0), error_of(os.ftruncate, fd, 99))
            print(error_of(os.ftruncate, fd, 3), os.pread(fd, 9, 0).decode())
            fault(""); print(error_of(os.write, fd, b"x"))
        """)
        self.assertEqual(said, ["ENOSPC", "ENOSPC", "ENOSPC", "None", "bef", "None"])

    def test_a_failed_sync_loses_what_was_pending(self):
        self.child("""
            fd = made("log"); os.write(fd, b"lost"); fault("eio\\n")
            assert error_of(os.fsync, fd) == error_of(os.fdatasync, fd) == "EIO"
            fault(""); os.write(fd, b"kept"); os.fsync(fd); killed()
        """, killed=True)
        self.assertEqual((self.shadow / "log").read_bytes(), b"\0\0\0\0kept")

    def test_a_read_only_disk_reads(self):
        said = self.child("""
            fd = made("log"); os.write(fd, b"before"); fault("erofs")
            print(error_of(os.write, fd, b"x"), error_of(os.ftruncate, fd, 0))
            print(error_of(made, "log"), error_of(made, "new"), error_of(os.mkdir, path("sub")))
            print(error_of(os.unlink, path("log")), error_of(os.rename, path("log"), path("moved")))
            print(open(path("log")).read()); fault(""); print(error_of(made, "new"))
        """)
        self.assertEqual(said, ["EROFS"] * 7 + ["before", "None"])

    def test_other_folders_meet_no_fault(self):
        said = self.child("""
            fault("erofs"); fd = os.open(folder + "-beside", os.O_RDWR | os.O_CREAT)
            print(error_of(os.write, fd, b"x"))
        """)
        self.assertEqual(said, ["None"])


if __name__ == "__main__":
    unittest.main()
