FROM debian:12
MAINTAINER "Ada Example <ada@example.com>"
