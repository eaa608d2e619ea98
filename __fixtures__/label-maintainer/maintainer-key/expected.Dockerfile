FROM debian:12
label maintainer="\"Ada\" ada@example.com"
