FROM debian:12
RUN groupadd -r web && \
    useradd -r -g web web
COPY --chown=web:web . /code
USER web
CMD ["/code/run.sh"]
