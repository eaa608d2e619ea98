FROM opensuse/leap:15.6
COPY app.py /srv/app.py
CMD ["python3", "/srv/app.py"]
