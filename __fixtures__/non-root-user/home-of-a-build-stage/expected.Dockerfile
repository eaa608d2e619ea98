# The list of packages stays in the other stage.
FROM python:3.12-slim AS build
COPY requirements.txt ./
RUN python -m venv /opt/venv && /opt/venv/bin/pip install -r requirements.txt

FROM python:3.12-slim
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --create-home --shell /usr/sbin/nologin app
COPY --from=build /opt/venv /opt/venv
COPY check.py /check.py
USER app
CMD ["/opt/venv/bin/python", "/check.py"]
