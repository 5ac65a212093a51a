"""Letters and files: made, signed, kept, destroyed.

Nothing lives here yet: the brief van aanbod with its signatures will, and the retention of documents.
"""
