"""Evidence files: signed upload, the worker that checks them, links to read them (architecture, "Evidence")."""
