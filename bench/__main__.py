"""Which measurement? `python -m bench http` or `python -m bench regels`."""

import argparse
import os
import sys
from pathlib import Path

VAR = Path(os.environ.get("RONDETAFEL_VAR") or Path(__file__).parents[1] / "var").resolve() / "bench"


def main() -> int:
    """Choose data folder and day before anything reads the settings, then measure."""
    options = argparse.ArgumentParser(
        prog="bench", description="Meet hoe snel de pagina's en de regels zijn."
    )
    options.add_argument(
        "wat",
        choices=["http", "regels"],
        help="http: de bladzijden zoals een browser ze krijgt; regels: de regels, naast een regelmotor",
    )
    options.add_argument("--verzoeken", type=int, default=200, help="http: per bladzijde en aantal klanten")
    options.add_argument(
        "--akkoorden", type=int, default=1_200_000, help="regels: hoeveel er beoordeeld worden"
    )
    chosen = options.parse_args()
    if "DATABASE_URL" in os.environ:
        sys.exit("De meting vult een database met verzonnen gezinnen; zet DATABASE_URL daarvoor uit.")
    os.environ |= {"RONDETAFEL_VAR": str(VAR), "RONDETAFEL_DEMO": "1"}
    if chosen.wat == "regels":
        from bench import regels

        return regels.measure(chosen.akkoorden)
    from bench import bladzijden

    os.environ["RONDETAFEL_VANDAAG"] = bladzijden.PEILDATUM.isoformat()
    return bladzijden.measure(chosen.verzoeken)


if __name__ == "__main__":
    sys.exit(main())
