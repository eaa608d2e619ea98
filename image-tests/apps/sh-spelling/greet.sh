#!/bin/sh
# What the spelling of a Dockerfile must not change: variables, the directory, modes, arguments.
echo "$GREETING$SIGN from $PWD"
ls -ld . words greet.sh words/words.txt | cut -d' ' -f1
cat -- "$@"
