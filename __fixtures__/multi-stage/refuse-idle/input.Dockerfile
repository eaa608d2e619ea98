FROM python:3.13
WORKDIR /tool
RUN python3 -m pip install --no-cache-dir termcolor==1.1.0
COPY run.py ./
CMD ["sleep", "365d"]
