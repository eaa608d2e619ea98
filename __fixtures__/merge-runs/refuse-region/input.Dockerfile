FROM alpine:3.22
# [START install_tools]
RUN apk add --no-cache imagemagick
# [END install_tools]
RUN apk add --no-cache ca-certificates
# tag::certificates[]
RUN update-ca-certificates
