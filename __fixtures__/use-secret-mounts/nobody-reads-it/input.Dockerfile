FROM debian:12
ARG GITHUB_TOKEN
RUN make install
