FROM python:3.11-bookworm AS build
RUN apt-get update
RUN apt-get install -y build-essential libpq-dev python3-dev netcat-openbsd
COPY . /code
WORKDIR /code
RUN pip install --upgrade pip
RUN python -m venv --without-pip --system-site-packages /opt/venv
ENV PATH="/opt/venv/bin:$PATH" PIP_PYTHON=/opt/venv/bin/python
RUN pip install -r requirements.txt

FROM python:3.11-slim-bookworm
RUN apt-get update && apt-get install -y libpq5 netcat-openbsd && rm -rf /var/lib/apt/lists/*
ENV PATH="/opt/venv/bin:$PATH"
WORKDIR /code
COPY --from=build /opt/venv /opt/venv
COPY --from=build /code /code
CMD ["./start.sh"]
