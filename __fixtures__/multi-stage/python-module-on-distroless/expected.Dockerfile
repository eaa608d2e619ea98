FROM python:3.13 AS build
WORKDIR /srv
COPY requirements.txt ./
RUN python -m venv --without-pip /opt/venv
ENV PATH="/opt/venv/bin:$PATH" PIP_PYTHON=/opt/venv/bin/python
RUN pip install -r requirements.txt

FROM gcr.io/distroless/python3-debian13
ENV PYTHONUSERBASE=/opt/venv
WORKDIR /srv
COPY --from=build /opt/venv /opt/venv
COPY tides/ tides/
CMD ["-m", "uvicorn", "tides:app", "--host", "0.0.0.0"]
