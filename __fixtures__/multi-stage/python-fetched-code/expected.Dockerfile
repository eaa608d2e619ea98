FROM python:3.11 AS build
RUN apt-get update && apt-get install -y git
RUN git clone --depth 1 https://git.example.com/notes /notes
WORKDIR /notes
RUN python -m venv --without-pip --system-site-packages /opt/venv
ENV PATH="/opt/venv/bin:$PATH" PIP_PYTHON=/opt/venv/bin/python
RUN pip install --no-cache-dir flask

FROM python:3.11-slim
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
ENV PATH="/opt/venv/bin:$PATH"
WORKDIR /notes
COPY --from=build /opt/venv /opt/venv
COPY --from=build /notes /notes
CMD ["python", "main.py"]
