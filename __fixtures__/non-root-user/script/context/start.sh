#!/bin/sh
echo "port=$PORT" > /app/config/app.ini
exec python app.py
