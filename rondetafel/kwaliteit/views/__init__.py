"""The pages about looking, and about complaints."""
