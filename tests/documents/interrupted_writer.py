"""Writes four files of one order, two of them over earlier ones; at a chosen step the system fails or the program dies.

Called with the folder, the step (counted in acts on files, from 1) and "kill" or "fail". Ends with 0 when the
step never came, with 1 after a failure that was told.
"""

import os
import signal
import sys
from pathlib import Path

from cluster_desktop import errors
from cluster_desktop.documents.files.file_set import ExistingFiles, files_together

NAMES = ("a.pdf", "b.pdf", "c.pdf", "d.pdf")
_ACTS = ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "tempfile.mkdtemp")


def main(folder: Path, step: int, way: str) -> int:
    count = 0

    def interrupt(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event not in _ACTS or str(folder) not in str(arguments[0]):
            return
        count += 1
        if count == step and way == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if count == step:
            raise OSError(28, "No space left on device")

    sys.addaudithook(interrupt)
    try:
        with files_together(folder, ExistingFiles.REPLACE) as files:
            for name in files.reserve(NAMES):
                with files.writing(name) as stream:
                    stream.write(b"new " * 4096 + name.encode())
            files.move()
    except errors.UserError as error:
        sys.stderr.buffer.write(error.sentence.encode())
        return 1
    return 0 if count < step else 3


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
