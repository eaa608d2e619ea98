FROM python:3.12-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends g++ && pip install pytensor
CMD ["python", "model.py"]
