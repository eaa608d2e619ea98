#!/bin/sh
wget -q -O - http://localhost:8080/ || exit 1
