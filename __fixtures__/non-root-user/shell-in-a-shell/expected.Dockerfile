FROM python:3.13-slim
WORKDIR /srv
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app && \
    touch /var/log/app.log && \
    chown app:app /var/log/app.log
COPY main.py ./
USER app
CMD sh -c "python main.py 2>&1 | tee /var/log/app.log"
