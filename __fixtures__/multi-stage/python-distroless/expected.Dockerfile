FROM python:3.13 AS build
WORKDIR /app
COPY . .
RUN python -m venv --without-pip /opt/venv
ENV PATH="/opt/venv/bin:$PATH" PIP_PYTHON=/opt/venv/bin/python
RUN pip install --no-cache-dir -r requirements.txt

FROM gcr.io/distroless/python3-debian13
ENV PYTHONUSERBASE=/opt/venv
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["python3", "-u"]
CMD ["main.py"]
