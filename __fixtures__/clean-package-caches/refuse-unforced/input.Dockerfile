FROM alpine:3.22
RUN apk add --update git
RUN git clone https://example.com/app.git /app
RUN rm /var/cache/apk/* \
    && mkdir -p /var/www
