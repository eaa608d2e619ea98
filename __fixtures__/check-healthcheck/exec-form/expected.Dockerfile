from alpine:3.22
copy app /usr/local/bin/app
healthcheck cmd ["wget", "-qO", "/dev/null", "http://127.0.0.1:8080/"]
cmd ["app"]
