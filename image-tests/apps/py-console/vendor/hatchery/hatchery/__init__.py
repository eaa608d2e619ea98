"""A server for WSGI applications."""
