FROM amazonlinux:2023
RUN echo 'app:x:10001:' >> /etc/group && \
    echo 'app:x:10001:10001::/home/app:/sbin/nologin' >> /etc/passwd
COPY app.py /srv/app.py
USER app
CMD ["python3", "/srv/app.py"]
