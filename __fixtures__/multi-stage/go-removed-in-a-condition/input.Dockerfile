FROM golang:1.24
ARG SAMPLES
WORKDIR /app
COPY . .
RUN if [ -z "$SAMPLES" ]; then rm samples.json; fi
RUN go build -o app .
CMD ["./app"]
