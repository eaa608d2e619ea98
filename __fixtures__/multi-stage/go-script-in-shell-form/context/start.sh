#!/bin/sh
exec app --port "${PORT:-8080}"
