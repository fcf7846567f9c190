"""Types unfinished lines into bash, zsh and fish, and looks at what the shells make of them.

Usage: python check_shells.py PROGRAM

bash and zsh run interactively on a terminal of their own: the line is typed, then the key of completion,
and what stands there then is read back. fish tells what it would offer. A shell that is not installed is
named and left out.
"""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

# Lines whose last word has one ending, and what it becomes.
LINES = [
    ("upsilon ver", "upsilon verify"),
    ("upsilon data fe", "upsilon data fetch"),
    ("upsilon data fetch spa", "upsilon data fetch sparc"),
    ("upsilon run fir", "upsilon run first.json"),
    ("upsilon run first.json --jo", "upsilon run first.json --jobs"),
    ("upsilon export first fi", "upsilon export first fits"),
    ("upsilon export first --format vo", "upsilon export first --format votable"),
    ("upsilon export first --format=vo", "upsilon export first --format=votable"),
    ("upsilon show first fits --columns chi2_r", "upsilon show first fits --columns chi2_reduced"),
    (
        "upsilon show first fits --columns model,chi2_r",
        "upsilon show first fits --columns model,chi2_reduced",
    ),
    ("upsilon models eina", "upsilon models einasto"),
    ("upsilon init x.json --start own", "upsilon init x.json --start own-data"),
    ("upsilon plot first --figure rotation-c", "upsilon plot first --figure rotation-curve"),
    ("upsilon list --runs ru", "upsilon list --runs runs/"),
    ("upsilon list --runs=ru", "upsilon list --runs=runs/"),
    ("upsilon help expr", "upsilon help expressions"),
    ("upsilon completions fi", "upsilon completions fish"),
]


class Shell:
    """An interactive shell on a terminal of its own."""

    def __init__(self, words, folder, environment, setup):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, environment)
        self.seen = ""
        self.type("stty -echo; PS1='> '; PS2=''\n")
        for line in setup:
            self.type(line + "\n")
        self.type("echo rea''dy\n")
        self.wait("ready")

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait(self, text, seconds=60):
        """What was written up to a text, that included."""
        end = time.monotonic() + seconds
        while text not in self.seen:
            if time.monotonic() > end:
                raise TimeoutError(f"no {text!r} in {self.seen!r}")
            if select.select([self.terminal], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.terminal, 65536).decode(errors="replace")
                except OSError as error:
                    raise EOFError(self.seen) from error
        before, self.seen = self.seen.split(text, 1)
        return before + text

    def completed(self, line):
        """What a line becomes when the key of completion is typed behind it."""
        self.type(line + "\t")
        self.settle()
        # To the start of the line, a command in front of it, and go.
        self.type("\x01printf '[%s]' \x05; echo e''nd\n")
        words = re.findall(r"\[([^\]%]*)\]", self.wait("end\r").replace("\r", ""))
        return " ".join(words)

    def settle(self):
        """Waits until the shell has written what it writes."""
        seen, still = -1, 0
        while still < 4:
            time.sleep(0.1)
            while select.select([self.terminal], [], [], 0)[0]:
                self.seen += os.read(self.terminal, 65536).decode(errors="replace")
            still = still + 1 if len(self.seen) == seen else 0
            seen = len(self.seen)

    def end(self):
        self.type("exit\n")
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def interactive(name, program, folder, environment):
    script = subprocess.check_output([program, "completions", name], text=True)
    if name == "bash":
        (folder / "completion").write_text(script)
        setup = ["bind 'set bell-style none'", "bind 'set enable-bracketed-paste off'", "source ./completion"]
        shell = Shell(["bash", "--norc", "--noprofile", "-i"], folder, environment, setup)
    else:
        functions = folder / "functions"
        functions.mkdir()
        (functions / "_upsilon").write_text(script)
        setup = [
            "unsetopt zle_bracketed_paste prompt_cr prompt_sp; bindkey -e; unset zle_bracketed_paste",
            f"fpath=({functions} $fpath); autoload -U compinit; compinit -u -D",
        ]
        shell = Shell(["zsh", "-f", "-i"], folder, environment, setup)
    for line, expected in LINES:
        yield line, expected, shell.completed(line)
    shell.end()


def fish(program, folder, environment):
    script = subprocess.check_output([program, "completions", "fish"], text=True)
    (folder / "completion.fish").write_text(script)
    for line, expected in LINES:
        typed = f"source completion.fish; complete -C '{line}'"
        out = subprocess.check_output(["fish", "-N", "-c", typed], text=True, cwd=folder, env=environment)
        offered = [entry.split("\t")[0] for entry in out.splitlines()]
        head = line.rpartition(" ")[0]
        yield line, expected, f"{head} {offered[0]}" if len(offered) == 1 else f"{head} {offered}"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    failures = 0
    for name in ("bash", "zsh", "fish"):
        if shutil.which(name) is None:
            print(f"{name}: skipped: it is not installed")
            continue
        with tempfile.TemporaryDirectory() as path:
            folder = pathlib.Path(path)
            commands = folder / "bin"
            commands.mkdir()
            (commands / "upsilon").symlink_to(program)
            environment = {
                "PATH": f"{commands}:{os.environ['PATH']}", "HOME": path, "TERM": "dumb", "LC_ALL": "C.UTF-8",
                "XDG_CONFIG_HOME": path, "XDG_DATA_HOME": path,
            }
            for words in (["init", "first.json"], ["run", "first.json", "--quiet"]):
                subprocess.run([program, *words], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
            results = (
                fish(program, folder, environment)
                if name == "fish"
                else interactive(name, program, folder, environment)
            )
            count = 0
            for line, expected, found in results:
                count += 1
                # zsh takes the stroke behind a folder back when the line goes.
                if found.rstrip("/") != expected.rstrip("/"):
                    failures += 1
                    print(f"{name}: '{line}' becomes '{found}', not '{expected}'")
            print(f"{name}: {count} lines")
    if failures:
        sys.exit(f"{failures} lines are not completed as they should be")


if __name__ == "__main__":
    main()
