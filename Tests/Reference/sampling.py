"""Makes sampling.json: diagnostics of draws and weights, from arviz-stats and scipy.

Chains of several kinds with their R-hat, effective sizes and standard errors; logarithms of weights
with their smoothed ones and the shape of the tail; leave-one-out densities; quantiles of the normal
and the beta distribution; densities of Student t distributions. Inputs are rounded, so that they
are short and the same wherever they are read. Made with Python 3.11, numpy 2.4.6, scipy 1.17.1 and
the arrays of arviz-stats 1.3.3 (which asks for Python 3.12; its arithmetic does not):

    PYTHONPATH=<unpacked wheel> python3 Tests/Reference/sampling.py
"""

import json
import os

import numpy as np
from arviz_stats.base import array_stats
from scipy import stats

rng = np.random.default_rng(1914)


def autoregressive(chains, draws, memory):
    noise = rng.normal(size=(chains, draws))
    values = np.zeros_like(noise)
    values[:, 0] = noise[:, 0]
    for t in range(1, draws):
        values[:, t] = memory * values[:, t - 1] + np.sqrt(1 - memory**2) * noise[:, t]
    return values


def chains():
    kinds = {
        "independent": rng.normal(size=(4, 60)),
        "slow": autoregressive(4, 80, 0.9),
        "alternating": autoregressive(4, 60, -0.6),
        "odd": autoregressive(3, 51, 0.4),
        "long": autoregressive(2, 300, 0.7),
        "heavy": rng.standard_cauchy(size=(4, 50)),
        "skewed": np.exp(rng.normal(size=(4, 50))),
        "apart": rng.normal(size=(4, 50)) + np.array([[0.0], [0.0], [0.0], [1.5]]),
        "wide": rng.normal(size=(4, 50)) * np.array([[1.0], [1.0], [1.0], [4.0]]),
        "drifting": rng.normal(size=(4, 50)) + np.linspace(0, 3, 50),
        "tied": np.floor(3 * rng.normal(size=(4, 50))),
        "single": autoregressive(1, 120, 0.5),
    }
    for name, values in kinds.items():
        values = np.round(values, 4)
        yield {
            "kind": name,
            "chains": values.tolist(),
            # That of one chain takes two.
            "rHat": float(array_stats.rhat(values, method="rank")) if len(values) > 1 else None,
            "bulk": float(array_stats.ess(values, method="bulk")),
            "tail": float(array_stats.ess(values, method="tail", prob=(0.05, 0.95))),
            "mean": float(array_stats.mcse(values, method="mean")),
            "std": float(array_stats.mcse(values, method="sd")),
            "quantiles": [
                [p, float(array_stats.mcse(values, method="quantile", prob=p))]
                for p in (0.05, 0.16, 0.5, 0.84)
            ],
        }


def weights():
    kinds = {
        "light": -0.5 * rng.normal(size=400) ** 2,
        "heavy": rng.exponential(size=400) * 0.6,
        "hopeless": rng.exponential(size=400) * 1.4,
        "few": rng.normal(size=60),
        "many": 0.5 * rng.normal(size=900),
        "bounded": np.log(rng.uniform(size=300)),
    }
    for name, logs in kinds.items():
        logs = np.round(logs, 4)
        # The tool takes logarithms of likelihoods, whose inverse is the weight.
        smoothed, shape = array_stats.psislw(-logs)
        yield {"kind": name, "logs": logs.tolist(), "smoothed": smoothed.tolist(), "shape": float(shape)}


def left_out():
    logs = np.round(-0.5 * (rng.normal(size=(6, 200)) * np.array([[0.3], [0.5], [1], [1], [2], [3]])) ** 2 - 1, 4)
    found = [array_stats.loo(row.reshape(1, -1)) for row in logs]
    return {
        "logs": logs.tolist(),
        "densities": [float(f[0]) for f in found],
        "shapes": [float(f[1]) for f in found],
        "parameters": float(sum(f[2] for f in found)),
    }


def student():
    for d in (1, 2, 3, 5, 8):
        root = np.round(np.tril(rng.normal(size=(d, d))), 2)
        root[np.diag_indices(d)] = np.round(np.abs(root.diagonal()) + 0.5, 2)
        mean = np.round(rng.normal(size=d), 2)
        places = np.round(mean + 3 * rng.standard_cauchy(size=(8, d)), 2)
        density = stats.multivariate_t(mean, root @ root.T, df=4).pdf(places)
        yield {
            "mean": mean.tolist(),
            "covariance": (root @ root.T).tolist(),
            "places": places.tolist(),
            "densities": np.atleast_1d(density).tolist(),
        }


def numbers(values):
    return [[float(v) for v in row] for row in values]


table = {
    "chains": list(chains()),
    "weights": list(weights()),
    "leaveOneOut": left_out(),
    "normal": numbers(
        [p, stats.norm.ppf(p)]
        for p in [1e-300, 1e-100, 1e-20, 1e-12, 1e-9, 1e-6, 1e-3, 0.02, 0.0749, 0.0751, 0.2, 0.4, 0.5,
                  0.6, 0.9249, 0.9251, 0.99, 0.9999, 1 - 1e-9]
    ),
    "beta": numbers(
        [p, a, b, stats.beta.ppf(p, a, b)]
        for p in (0.01, 0.1586553, 0.5, 0.8413447)
        for a, b in ((0.5, 0.5), (1, 1), (2.5, 40), (60.25, 61), (1500, 3), (2000.5, 1800))
    ),
    "student": list(student()),
}
path = os.path.join(os.path.dirname(__file__), "sampling.json")
with open(path, "w") as file:
    json.dump(table, file, separators=(",", ":"))
    file.write("\n")
