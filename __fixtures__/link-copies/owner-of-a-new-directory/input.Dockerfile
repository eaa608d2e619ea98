FROM debian:12-slim
COPY --chown=1000:1000 app /app
USER 1000
CMD ["/app/run"]
