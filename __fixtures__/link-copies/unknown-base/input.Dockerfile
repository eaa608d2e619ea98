FROM example/platform:5
COPY app.conf /opt/app/conf/app.conf
