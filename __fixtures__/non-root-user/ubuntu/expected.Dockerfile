FROM ubuntu:24.04
RUN apt-get update && apt-get install -y python3
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app
COPY app.py /srv/app.py
USER app
CMD ["python3", "/srv/app.py"]
