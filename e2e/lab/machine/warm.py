"""An interpreter that has read the packages of an environment, and becomes one program after another.

Packages of the frameworks take an interpreter seconds to read, and the lab starts a thousand programs. What is forked off here has
read them already; all else of it is as if it had been started by itself. Where it would not be, it is started by itself.

A request is a line of JSON on standard input: `argv` (a script with its arguments), `cwd`, `env`, `modules` that the program reads,
and `socket`, where its output is waited for: a connection each for control (`c`), output (`o`) and errors (`e`). Control says the
id of the process, then its exit code, or nothing where a signal ended it.
"""

import contextlib
import ctypes
import gc
import importlib
import json
import os
import signal
import socket
import sys
import tempfile
import types

# Read when an interpreter or a library of C begins.
AT_START = ("PYTHON", "LD_", "LC_", "LANG", "TZ", "MALLOC_", "SSL_")
# Each program has its own. Here there is nothing that could be made or found in them.
OWN = {"HOME", "TMPDIR"}
# Each program has its own as well; a package that asks for it as it is read has to be read for each.
ENDPOINT = "OPENAI_BASE_URL"
DIES_WITH_PARENT = 1

libc = ctypes.CDLL(None)
read_names: set[str] = set()


@contextlib.contextmanager
def noting_names():
    """Note which variables are asked for by name while packages are read; whoever goes through all of them asks for none."""
    kind = type(os.environ)
    get, has, every = kind.__getitem__, kind.__contains__, kind.__iter__
    passed: list[str] = []

    def noted(method):
        def noting(self, name):
            if [name] != passed:
                read_names.add(name)
            return method(self, name)

        return noting

    def passing(self):
        for name in every(self):
            passed[:] = [name]
            yield name
        passed.clear()

    kind.__getitem__, kind.__contains__, kind.__iter__ = noted(get), noted(has), passing
    try:
        yield
    finally:
        kind.__getitem__, kind.__contains__, kind.__iter__ = get, has, every


def read_packages(modules: list[str], known: set[str]) -> None:
    """Read modules once. One that cannot be read is left to the program."""
    with noting_names():
        for name in modules:
            if name not in known:
                known.add(name)
                with contextlib.suppress(Exception):
                    importlib.import_module(name)


def threads() -> int:
    """How many threads there are: a fork has one of them."""
    return len(os.listdir("/proc/self/task"))


def fits(env: dict[str, str]) -> bool:
    """Whether a program with these variables would have read the same packages in the same way."""
    asked = ({name for name in {*env, *os.environ} if name.startswith(AT_START)} | read_names) - OWN
    return all(env.get(name) == os.environ.get(name) for name in asked)


def connected(path: str, role: bytes) -> socket.socket:
    """A connection to whoever asked."""
    line = socket.socket(socket.AF_UNIX)
    line.connect(path)
    line.sendall(role)
    return line


def mind(control: socket.socket, child: int) -> None:
    """Wait until a program ends, and say how."""
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(OSError):
        control.sendall(b"%d\n" % os.WEXITSTATUS(status) if os.WIFEXITED(status) else b"\n")
    os._exit(0)


def begin(control: socket.socket, request: dict, parent: int) -> None:
    """In the program's own process: a group, output and a folder of its own."""
    libc.prctl(DIES_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    os.setsid()
    for at, role in ((1, b"o"), (2, b"e")):
        with connected(request["socket"], role) as line:
            os.dup2(line.fileno(), at)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    control.sendall(b"%d\n" % os.getpid())
    control.close()
    os.chdir(request["cwd"])


def requests(known: set[str]):
    """The requests as they come, once what they need has been read; `whole` says whether a fork has all of this process."""
    left = b""
    while part := os.read(0, 1 << 16):
        *lines, left = (left + part).split(b"\n")
        for line in lines:
            request = json.loads(line)
            read_packages(request["modules"], known)
            gc.freeze()
            yield request | {"whole": threads() == 1}


def awaited() -> dict:
    """Fork for each request. In the process that is to become a program, the request is returned."""
    here = os.getpid()
    for request in requests(set()):
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        if os.fork() > 0:
            continue
        libc.prctl(DIES_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != here:
            os._exit(1)
        control = connected(request["socket"], b"c")
        minder = os.getpid()
        child = os.fork()
        if child > 0:
            mind(control, child)
        begin(control, request, minder)
        return request
    os._exit(0)


def without_own_lines(kind, error, trace) -> None:
    """A traceback as the program's own interpreter would print it."""
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    sys.__excepthook__(kind, error.with_traceback(trace), trace)


def become(argv: list[str], env: dict[str, str], whole: bool) -> None:
    """Run a script as the main program, here or, where that would be another program, in an interpreter of its own."""
    if not (whole and fits(env)):
        os.execve(sys.executable, [sys.executable, *argv], env)
    os.environ.clear()
    os.environ.update(env)
    gc.unfreeze()
    tempfile.tempdir = None
    path = os.path.abspath(argv[0])
    sys.argv[:] = argv
    sys.path.insert(0, os.path.dirname(path))
    sys.excepthook = without_own_lines
    program = types.ModuleType("__main__")
    vars(program).update(__file__=path, __builtins__=__builtins__)
    sys.modules["__main__"] = program
    with open(path, "rb") as source:
        code = compile(source.read(), path, "exec")
    exec(code, vars(program))


del sys.path[0]
os.environ |= dict.fromkeys(OWN, "/dev/null/none")
os.environ.pop(ENDPOINT, None)
asked = awaited()
become(asked["argv"], asked["env"], asked["whole"])
