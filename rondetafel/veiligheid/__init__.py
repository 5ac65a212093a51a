"""Worries about safety, kept apart from the plan.

Nothing lives here yet: the meldcode, safety estimates and the verwijsindex will, in their own schema.
"""
