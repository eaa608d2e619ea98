FROM debian:12
maintainer "Ada" ada@example.com
