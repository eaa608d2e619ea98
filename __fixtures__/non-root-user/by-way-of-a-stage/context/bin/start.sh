#!/bin/sh
mkdir -p /var/lib/notes
exec node server.js
