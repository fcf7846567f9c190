"""Holds bundles against RO-Crate 1.1 and the profile Process Run Crate 0.5.

    python check_crate.py CRATE…

The validator asks the network for the vocabulary of RO-Crate 1.1; it gets the copy that the
package rocrate carries, so that nothing is asked of the network. What is required must hold; what
is recommended must as well, but for what nobody can know but the authors.
"""

import importlib.metadata
import json
import pathlib
import sys

import requests

VOCABULARY = "https://w3id.org/ro/crate/1.1/context"
PROFILE = "process-run-crate-0.5"

# Recommendations that a bundle cannot follow by itself, by a part of their sentences.
KNOWLEDGE_OF_AUTHORS = {
    "`publisher` property": "who publishes it is known when it is published",
    "SHOULD have a url": "the program has no address that lasts",
    "id SHOULD be an absolute URI": "the program has no address that lasts",
    "organization SHOULD have a URL": "specs name where authors work, not its address",
    "SHOULD have an organizational affiliation": "authors need not tell it",
    "organizational `affiliation`": "authors need not tell it",
}
WITHOUT_AUTHORS = {
    "agent that is a Person": "the spec names no authors",
    "representing the `author`": "the spec names no authors",
}


# The package itself is not imported: the file is all that is needed of it.
vocabulary = pathlib.Path(
    importlib.metadata.distribution("rocrate").locate_file("rocrate/data/ro-crate.jsonld"))


def answer(adapter, request, **rest):
    """Answers for the one address that is known."""
    if request.url != VOCABULARY:
        raise requests.ConnectionError(f"nothing is asked of the network: {request.url}")
    response = requests.Response()
    response.status_code = 200
    response.url = request.url
    response.request = request
    response.headers["Content-Type"] = "application/ld+json"
    response._content = vocabulary.read_bytes()
    return response


requests.adapters.HTTPAdapter.send = answer

from rocrate_validator import models, services  # noqa: E402


def findings(crate):
    """What the validator has to say, as severity, identifier and sentence."""
    settings = services.ValidationSettings(
        rocrate_uri=crate,
        profile_identifier=PROFILE,
        requirement_severity=models.Severity.RECOMMENDED,
        no_cache=True,
    )
    issues = services.validate(settings).get_issues()
    return [(issue.severity.name, issue.check.identifier, issue.message) for issue in issues]


def left_to_authors(crate):
    """The recommendations that need not hold."""
    metadata = json.loads((pathlib.Path(crate) / "ro-crate-metadata.json").read_text("utf-8"))
    has_authors = any(entity["@type"] == "Person" for entity in metadata["@graph"])
    return KNOWLEDGE_OF_AUTHORS | ({} if has_authors else WITHOUT_AUTHORS)


def main():
    """Tells of every crate, and ends with 1 if one has a finding."""
    wrong = 0
    for crate in sys.argv[1:]:
        found, known = findings(crate), left_to_authors(crate)
        bad = [
            (severity, identifier, message)
            for severity, identifier, message in found
            if severity == "REQUIRED" or not any(part in message for part in known)
        ]
        for finding in bad:
            print(f"{crate}: {' '.join(finding)}")
        left = len(found) - len(bad)
        print(f"{crate}: {PROFILE}: {len(bad)} findings, {left} recommendations left to authors")
        wrong += len(bad)
    sys.exit(1 if wrong else 0)


main()
