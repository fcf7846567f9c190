"""Ray: the parts on the nodes of a cluster, brought back as bytes, so that no folder is shared.

    python experiments/engines/ray_parts.py SPEC N DIR

Within a cluster of Ray (RAY_ADDRESS) its nodes compute, otherwise the processors of this machine.
"""
import os, pathlib, subprocess, sys, tempfile
import ray

spec, n, folder = os.path.abspath(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])


@ray.remote(num_cpus=1, max_retries=2, retry_exceptions=True)
def part(index):
    with tempfile.TemporaryDirectory() as place:
        words = ["--shard", f"{index}/{n}", "--parts", place, "--jobs", "1", "--quiet"]
        done = subprocess.run(["upsilon", "run", spec, *words], check=True, stdout=subprocess.PIPE)
        path = pathlib.Path(done.stdout.decode().strip())
        return path.name, path.read_bytes()


folder.mkdir(parents=True, exist_ok=True)
ray.init(include_dashboard=False)
waiting = [part.remote(index) for index in range(1, n + 1)]
while waiting:
    ready, waiting = ray.wait(waiting)
    name, content = ray.get(ready[0])
    (folder / name).write_bytes(content)
sys.exit(subprocess.run(["upsilon", "merge", spec, "--parts", str(folder)]).returncode)
