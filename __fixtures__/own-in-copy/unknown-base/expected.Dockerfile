FROM example.com/team/base:3
COPY --chown=1000:1000 . /app
RUN chown 1000:1000 /app
