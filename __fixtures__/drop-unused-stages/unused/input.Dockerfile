FROM golang:1.22 AS build
COPY . .
RUN go build -o /out ./...

# what was tested once
FROM build AS vetted
RUN go vet ./... # all

FROM debian:12
COPY --from=build /out /out
CMD ["/out"]
