FROM python:3.11-bookworm AS build
RUN apt-get update && apt-get install -y build-essential libpq-dev
WORKDIR /app
COPY . .
RUN python -m venv --without-pip /opt/venv
ENV PATH="/opt/venv/bin:$PATH" PIP_PYTHON=/opt/venv/bin/python
RUN pip install --no-index --find-links=wheels -r requirements.txt

FROM gcr.io/distroless/python3-debian12
ENV PYTHONUSERBASE=/opt/venv
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
CMD ["main.py"]
