FROM debian:12
run true
