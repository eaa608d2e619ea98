FROM python:3.12-alpine AS build
RUN apk add --no-cache gcc musl-dev
RUN adduser -D app && mkdir -p /var/log/tides && chown -R app:app /app /var/log/tides
WORKDIR /app
COPY --chown=app:app . .
RUN python -m venv --without-pip --system-site-packages /opt/venv
ENV PATH="/opt/venv/bin:$PATH" PIP_PYTHON=/opt/venv/bin/python
RUN pip install -r requirements.txt

FROM python:3.12-alpine
ENV PATH="/opt/venv/bin:$PATH"
RUN adduser -D app && mkdir -p /var/log/tides && chown -R app:app /var/log/tides
COPY --from=build /opt/venv /opt/venv
COPY --from=build --chown=app:app /app /app
WORKDIR /app
USER app
CMD ["python", "main.py"]
