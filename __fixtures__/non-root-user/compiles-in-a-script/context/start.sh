#!/bin/sh
clang++ -O3 -march=native -o /bench/server server.cc
exec /bench/server 8080
