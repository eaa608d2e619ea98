# The image of the project.
FROM alpine:3.20 AS tools
RUN true

FROM debian:12
CMD ["true"]
