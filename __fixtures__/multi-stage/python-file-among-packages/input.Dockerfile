FROM python:3.12
COPY requirements.txt /tmp/requirements.txt
RUN pip install -r /tmp/requirements.txt

# The application reads its settings from a file beside its own modules.
COPY config_local.py /usr/local/lib/python3.12/site-packages/shopadmin/config_local.py

WORKDIR /usr/local/lib/python3.12/site-packages/shopadmin
CMD ["shopadmin"]
