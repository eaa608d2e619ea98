FROM fedora:42
COPY app.py /srv/app.py
CMD ["python3", "/srv/app.py"]
