FROM python:3.12 AS build

ENV PYTHONUNBUFFERED=1
WORKDIR /app

# the packages change less often than the code
COPY requirements.txt .
RUN python -m venv --without-pip --system-site-packages /opt/venv
ENV PATH="/opt/venv/bin:$PATH" PIP_PYTHON=/opt/venv/bin/python
RUN pip install -r requirements.txt

FROM python:3.12-slim
ENV PYTHONUNBUFFERED=1
ENV PATH="/opt/venv/bin:$PATH"
WORKDIR /app
COPY --from=build /opt/venv /opt/venv

COPY . .
EXPOSE 8000
CMD gunicorn --bind 0.0.0.0:${PORT:-8000} app:app
