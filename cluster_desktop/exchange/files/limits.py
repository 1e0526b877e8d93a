"""What a process may take at most: memory and time, as each system sets such limits."""

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from subprocess import Popen

MEMORY: Final = 512 * 1024 * 1024  # bytes
_SPARE_SECONDS: Final = 5
_EXTENDED: Final = 9  # JobObjectExtendedLimitInformation
_PROCESS_MEMORY: Final = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
_NO_DIALOG: Final = 0x400  # JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
_KILL_ON_CLOSE: Final = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE


def limit_memory() -> None:
    """Limit the memory of this process and forbid it to leave its memory on the disk when it dies.

    On Windows the process that started it holds it in a :class:`Job`.
    """
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(OSError, ValueError):  # some systems know the limit by name only
            _, highest = resource.getrlimit(what)
            resource.setrlimit(what, (most, highest))


def limit_time(seconds: float) -> None:
    """Let the system end this process when it works longer than that, if nobody else does it any more."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + _SPARE_SECONDS
    _, highest = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most, highest))


class Job:
    """A fence of Windows around a process: it has so much memory and ends with the program that started it."""

    def __init__(self, process: "Popen[bytes]") -> None:
        """Put a process that has just been started into a fence; on other systems it has set limits by itself."""
        self._process = int(vars(process)["_handle"]) if os.name == "nt" else None
        self._handle = _fenced(self._process) if self._process is not None else None

    @property
    def overfull(self) -> bool:
        """The process has more than it may, on a Windows that set no limit (Wine knows the limit by name only)."""
        return self._process is not None and _promised_bytes(self._process) > MEMORY

    def close(self) -> None:
        """End what still runs inside."""
        if self._handle is not None:
            _kernel().CloseHandle(self._handle)
        self._handle = self._process = None


def _kernel() -> Any:
    import ctypes

    kernel = vars(ctypes)["WinDLL"]("kernel32")
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, ctypes.c_wchar_p]
    kernel.SetInformationJobObject.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_ulong]
    kernel.AssignProcessToJobObject.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    kernel.K32GetProcessMemoryInfo.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32]
    return kernel


def _fenced(process: int) -> int | None:
    """Make a job object with the limits and the process in it; None where the system does not let us."""
    import ctypes

    limits = _extended_limits()
    limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _NO_DIALOG | _KILL_ON_CLOSE
    limits.ProcessMemoryLimit = MEMORY
    kernel = _kernel()
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return None
    kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits))
    kernel.AssignProcessToJobObject(job, process)
    return int(job)


def _promised_bytes(process: int) -> int:
    """Ask for the memory that belongs to a process alone; 0 where the system does not tell."""
    import ctypes

    class _Counters(ctypes.Structure):
        """Lays out PROCESS_MEMORY_COUNTERS; the seventh size is what the process has been promised."""

        _fields_ = (
            ("cb", ctypes.c_uint32),
            ("PageFaultCount", ctypes.c_uint32),
            ("Sizes", ctypes.c_size_t * 8),
        )

    counters = _Counters(cb=ctypes.sizeof(_Counters))
    _kernel().K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
    return int(counters.Sizes[6])


def _extended_limits() -> Any:
    """Lay out JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""
    import ctypes

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", ctypes.c_uint32),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", ctypes.c_uint32),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", ctypes.c_uint32),
            ("SchedulingClass", ctypes.c_uint32),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    return _Extended()
