from debian:12 AS base
run true
onbuild RUN make
Healthcheck CMD true
CMD ["true"]
