FROM alpine:3.20
RUN wget -qO- https://example.com/list | head -n 1 > /first
RUN cat /etc/passwd | grep nobody | cut -d: -f3 > /id
RUN version="$(apk info | grep -m1 musl)" && wget -qO- "https://example.com/$version" | tar -xz
