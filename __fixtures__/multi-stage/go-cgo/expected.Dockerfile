FROM golang:1.24-bookworm AS build
WORKDIR /app
COPY . .
RUN go build -trimpath -ldflags="-s -w" -o notes .

FROM gcr.io/distroless/base-nossl-debian12
WORKDIR /app
COPY --from=build /app/notes /app/notes
EXPOSE 8080
CMD ["./notes"]
