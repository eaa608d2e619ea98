#!/bin/bash
# Runs ShellCheck over every tracked shell script of the work tree.
git ls-files '*.sh' | grep -vFf /opt/checks/ignore.txt | xargs -r shellcheck "$@"
