#!/bin/bash
set -e
curl -fsS http://localhost:8080/health | grep -q ok
