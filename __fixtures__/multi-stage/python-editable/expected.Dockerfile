FROM python:3.12 AS build
WORKDIR /src
COPY setup.py ./
COPY linecount linecount
RUN python -m venv --without-pip --system-site-packages /opt/venv
ENV PATH="/opt/venv/bin:$PATH" PIP_PYTHON=/opt/venv/bin/python
RUN pip install -e .

FROM python:3.12-slim
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=build /opt/venv /opt/venv
COPY --from=build /src /src
WORKDIR /work
ENTRYPOINT ["linecount"]
