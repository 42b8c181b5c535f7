"""From drafts to claims: figures told twice are one; what a plain "$" means."""
