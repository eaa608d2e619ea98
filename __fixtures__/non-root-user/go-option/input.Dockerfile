FROM golang:1.24
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/guestbook .
EXPOSE 8080
CMD ["guestbook", "-dir", "/srv/entries"]
