# syntax=docker/dockerfile:1

# escape=none: this comment stays one
FROM alpine:3.22
CMD ["true"]
