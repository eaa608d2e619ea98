FROM debian:12
MAINTAINER ada@example.com
MAINTAINER bob@example.com
