FROM python:3.12 AS build
COPY requirements.txt /tmp/requirements.txt
RUN pip install -r /tmp/requirements.txt

FROM python:3.12-slim
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin

# The application reads its settings from a file beside its own modules.
COPY config_local.py /usr/local/lib/python3.12/site-packages/shopadmin/config_local.py

WORKDIR /usr/local/lib/python3.12/site-packages/shopadmin
CMD ["shopadmin"]
