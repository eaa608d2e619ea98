FROM gcc:14
WORKDIR /build
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app && \
    mkdir -p /var/lib/beat && \
    chown app:app /var/lib/beat
COPY beat.c .
RUN gcc -O2 -o /usr/local/bin/beat beat.c
USER app
CMD ["beat"]
