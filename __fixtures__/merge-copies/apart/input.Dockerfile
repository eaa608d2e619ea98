FROM debian:12
WORKDIR /app
# the manifest first: the source changes more often
COPY pyproject.toml ./
COPY main.py ./
COPY --chown=www-data b.txt ./
COPY a.txt ./
# settings
COPY c.txt ./
COPY c.txt d.txt
COPY e.txt e
COPY f /opt/f
COPY g /opt/g
COPY h ./h
COPY . .
ADD https://example.com/i ./
ADD j.tar.gz ./
COPY ["k", "./"]
COPY <<EOF ./l
1
EOF
