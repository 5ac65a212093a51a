"""The verbs with which a story is told: who comes in, who sits down, what is agreed, and on which day."""
