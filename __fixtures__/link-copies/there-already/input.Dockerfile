FROM alpine:3.22 AS tools
COPY tools /tools

FROM alpine:3.22
COPY --link --from=tools /tools /tools
ADD notes.txt /
