"""Everything that can happen to help and to its letters, by what it is about."""

from rondetafel.zorg.operations.akkoorden import ask_verlenging as ask_verlenging
from rondetafel.zorg.operations.akkoorden import grant_akkoord as grant_akkoord
from rondetafel.zorg.operations.akkoorden import grant_verlenging as grant_verlenging
from rondetafel.zorg.operations.akkoorden import record_papier as record_papier
from rondetafel.zorg.operations.akkoorden import stop_zorg as stop_zorg
from rondetafel.zorg.operations.brieven import complete_brief as complete_brief
from rondetafel.zorg.operations.brieven import record_brief as record_brief
from rondetafel.zorg.operations.brieven import record_handtekening as record_handtekening
