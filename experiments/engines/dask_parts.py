"""Dask: the parts on the workers of a cluster, brought back as bytes, so that no folder is shared.

    python experiments/engines/dask_parts.py SPEC N DIR [SCHEDULER]

Without the address of a scheduler the processors of this machine are the workers.
"""
import pathlib, subprocess, sys, tempfile
from dask.distributed import Client, as_completed

spec, n, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])


def part(index):
    with tempfile.TemporaryDirectory() as place:
        words = ["--shard", f"{index}/{n}", "--parts", place, "--jobs", "1", "--quiet"]
        done = subprocess.run(["upsilon", "run", spec, *words], check=True, stdout=subprocess.PIPE)
        path = pathlib.Path(done.stdout.decode().strip())
        return path.name, path.read_bytes()


if __name__ == "__main__":
    folder.mkdir(parents=True, exist_ok=True)
    here = {"threads_per_worker": 1, "dashboard_address": None}
    with Client(sys.argv[4]) if len(sys.argv) > 4 else Client(**here) as client:
        parts = client.map(part, range(1, n + 1), pure=False, retries=2)
        for _, (name, content) in as_completed(parts, with_results=True):
            (folder / name).write_bytes(content)
    sys.exit(subprocess.run(["upsilon", "merge", spec, "--parts", str(folder)]).returncode)
