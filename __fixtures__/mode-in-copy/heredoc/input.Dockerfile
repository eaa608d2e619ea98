FROM debian:12
COPY <<EOF /hello.sh
#!/bin/sh
echo hello
EOF
RUN chmod a+rx /hello.sh
