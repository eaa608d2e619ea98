FROM debian:12-slim
COPY --link --chown=1000:1000 app /app
USER 1000
CMD ["/app/run"]
