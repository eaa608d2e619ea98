FROM debian:12-slim
COPY job.sh /tmp/job.sh
RUN useradd --system app && mkdir -p /data && chown app /data
COPY seed.json /data/
WORKDIR /work
COPY --chown=1000 one.txt .
COPY --chmod=600 key.pem /etc/app/
COPY rootfs /
USER app
WORKDIR /later
COPY two.txt .
