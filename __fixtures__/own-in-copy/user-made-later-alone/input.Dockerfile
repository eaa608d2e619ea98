FROM debian:12
COPY . /code
RUN groupadd -r web && \
    useradd -r -g web web
RUN chown -R web:web /code
USER web
CMD ["/code/run.sh"]
