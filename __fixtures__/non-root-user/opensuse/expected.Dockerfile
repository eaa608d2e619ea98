FROM opensuse/leap:15.6
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /sbin/nologin app
COPY app.py /srv/app.py
USER app
CMD ["python3", "/srv/app.py"]
