FROM python:3.12-alpine
WORKDIR /srv
RUN addgroup -g 10001 app && \
    adduser -u 10001 -G app -D -H -s /sbin/nologin app
COPY public .
EXPOSE 8000
USER app
CMD ["python", "-m", "http.server", "8000"]
