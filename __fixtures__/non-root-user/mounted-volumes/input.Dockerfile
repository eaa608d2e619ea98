FROM python:3.12-slim
WORKDIR /srv
COPY shop.py .
# A volume of compose.yaml gets its owner from the image; what is mounted to be read matters not,
# nor do the sources, where nothing is written.
CMD ["python", "shop.py"]
