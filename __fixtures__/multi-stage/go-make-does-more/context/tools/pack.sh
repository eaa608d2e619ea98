#!/bin/sh
cp -r "$1" "$2"
