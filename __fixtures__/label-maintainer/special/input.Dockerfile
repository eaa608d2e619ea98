FROM debian:12
MAINTAINER $ADA \"the first\" <ada@example.com>
