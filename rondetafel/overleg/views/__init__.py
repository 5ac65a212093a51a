"""The pages of the meetings, and of the intake before the first."""
