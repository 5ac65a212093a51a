"""Are the answers well formed? One file per form of this room."""
