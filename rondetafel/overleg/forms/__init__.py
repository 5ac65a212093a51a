"""Are the answers well formed? One file per page of this room."""
