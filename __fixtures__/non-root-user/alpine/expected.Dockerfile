FROM python:3.12-alpine
WORKDIR /app
RUN addgroup -g 10001 app && \
    adduser -u 10001 -G app -D -H -s /sbin/nologin app
COPY app.py .
USER app
CMD ["python", "app.py"]
