FROM python:3.12-slim
WORKDIR /srv
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app && \
    mkdir -p /files && \
    chown app:app /files
COPY shop.py .
USER app
# A volume of compose.yaml gets its owner from the image; what is mounted to be read matters not,
# nor do the sources, where nothing is written.
CMD ["python", "shop.py"]
