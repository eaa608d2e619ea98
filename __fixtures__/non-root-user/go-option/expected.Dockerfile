FROM golang:1.24
WORKDIR /src
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app && \
    mkdir -p /srv/entries && \
    chown app:app /srv/entries
COPY . .
RUN go build -o /usr/local/bin/guestbook .
EXPOSE 8080
USER app
CMD ["guestbook", "-dir", "/srv/entries"]
