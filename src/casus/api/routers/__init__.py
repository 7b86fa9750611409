"""One module a resource; each reads like a table of contents."""
