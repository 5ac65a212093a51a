"""Take the rights apart, piece by piece, and see that a test turns red each time: `python3 run.py mutaties`.

Policies that the comparison of both fences sees are taken away in one process; everything else gets a run of
its own tests, which first pass with everything in place. Prints what survived and leaves with 1 when anything did.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTEST = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider"]
DECISION = (
    "tests/toegang/test_mag.py",
    "tests/toegang/test_reikwijdte.py",
)
CONTEXT = {
    "rondetafel/toegang/context.py": (
        "tests/toegang/test_context.py",
        "tests/toegang/test_inloggen.py",
        "tests/toegang/deur/test_verder.py",
    ),
    "rondetafel/werkplek/zoals.py": (
        "tests/gezinnen/test_afscherming.py::test_the_regisseur_sees_the_page_as_it_is_for_who_may_not_know",
        "tests/gezinnen/test_delen_views.py",
    ),
    "rondetafel/toegang/accounts.py": (
        "tests/toegang/test_uitnodigen.py",
        "tests/toegang/test_inloggen.py",
        "tests/gezinnen/test_maatregel.py",
        "tests/vervanging/test_operations.py",
        "tests/toegang/deur/test_briefcode.py",
        "tests/kwaliteit/test_noodknop.py",
    ),
    "rondetafel/toegang/deur/": ("tests/toegang/deur",),
    "rondetafel/toegang/": ("tests/toegang/test_uitnodigen.py", "tests/toegang/test_inloggen.py"),
}


def main() -> int:
    survivors, started = [], time.monotonic()
    if subprocess.run([*PYTEST, "tests/toegang/test_mutaties.py"], cwd=ROOT).returncode:
        survivors.append("tests/toegang/test_mutaties.py")
    mutants = list(mutants_of_their_own())
    named = sorted({test for _mutatie, tests in mutants for test in tests})
    if subprocess.run([*PYTEST, "-m", "not browser", *named], cwd=ROOT).returncode:
        sys.exit("Deze tests falen ook als er niets weg is; dan zegt een mutatie niets.")
    with ThreadPoolExecutor(os.cpu_count()) as together:
        killed = together.map(lambda mutant: is_killed(*mutant), mutants)
        survivors += [
            mutatie for (mutatie, _tests), is_dead in zip(mutants, killed, strict=True) if not is_dead
        ]
    print(f"{len(mutants)} stukken weggehaald in {time.monotonic() - started:.0f} s", flush=True)
    print(f"Niet gemist: {', '.join(survivors)}" if survivors else "Elk stuk werd gemist.", flush=True)
    return bool(survivors)


def mutants_of_their_own():
    """Every piece with the tests that should miss it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondetafel.platform.settings_test")
    os.environ.setdefault("RONDETAFEL_TEST", "1")
    import django

    django.setup()
    from tests.toegang.conditie import conditions
    from tests.toegang.elders import POLICIES, rooms_that_ask_for
    from tests.toegang.mutaties import context_calls, holders, is_seen_by_the_database

    for policy, tests in POLICIES.items():
        yield f"beleid {policy.replace('.', ' ')}", tests
    for recht, houder in holders():
        # The others die in test_database_repeats_the_table_of_rights: the database still knows them.
        if not is_seen_by_the_database(recht, houder):
            yield f"recht {recht} {type(houder).__name__} {houder}", rooms_that_ask_for(recht)
    for nummer, _tekst in enumerate(conditions()):
        yield f"voorwaarde rondetafel/toegang/mag.py {nummer}", DECISION
    for call in context_calls():
        place = call.bestand
        room = (f"tests/{place.split('/')[1]}",)
        tests = next((tests for prefix, tests in CONTEXT.items() if place.startswith(prefix)), room)
        yield f"aanroep {place} {call.regel}", tests


def is_killed(mutatie: str, tests: tuple[str, ...]) -> bool:
    """Do these tests turn red without this piece? A run that cannot start proves nothing."""
    done = subprocess.run(
        [*PYTEST, "-p", "tests.plugin_mutatie", "-m", "not browser", *tests],
        cwd=ROOT,
        env=os.environ | {"MUTATIE": mutatie},
        capture_output=True,
        text=True,
    )
    killed = done.returncode == 1
    print(f"{'gemist' if killed else 'NIET GEMIST':<12}{mutatie}", flush=True)
    if done.returncode not in (0, 1):
        print(done.stdout[-2000:] + done.stderr[-2000:], flush=True)
    return killed


if __name__ == "__main__":
    sys.exit(main())
