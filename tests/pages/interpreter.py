"""An interpreter that has imported what copied lines begin with, and runs each set of lines in a fork of itself.

A line of input is JSON: {"lines", "folder", "output", "errors", "path"}; output and errors are files, and path is
PYTHONPATH at that moment. The answer is a line with the exit code. What lines change in torch ends with their fork, and
importing torch is paid for once, not once a set.
"""

import json
import os
import sys
import traceback

import safetensors.torch  # noqa: F401, imported for the forks, as the one below
import torchvision  # noqa: F401


def main():
    sys.path[0] = ""  # as for `python -c`: what lies in the folder can be imported
    for request in sys.stdin:
        asked = json.loads(request)
        child = os.fork()
        if not child:
            os._exit(run(**asked))
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def run(lines, folder, output, errors, path):
    sys.path[1:1] = [each for each in path.split(os.pathsep) if each]
    for stream, file in ((sys.stdout, output), (sys.stderr, errors)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), stream.fileno())
    os.chdir(folder)
    try:
        exec(compile(lines, "<copied>", "exec"), {"__name__": "__main__"})  # noqa: S102, our own lines
    except BaseException:  # noqa: BLE001, whatever lines end with is for who asked
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


main()
