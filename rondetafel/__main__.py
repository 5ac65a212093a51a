"""`python -m rondetafel <opdracht>`: the command line without an installed script."""

from rondetafel.platform.opdrachten import main

main()
