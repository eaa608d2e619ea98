FROM amazonlinux:2023
COPY app.py /srv/app.py
CMD ["python3", "/srv/app.py"]
