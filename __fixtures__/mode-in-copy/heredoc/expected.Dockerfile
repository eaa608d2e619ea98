FROM debian:12
COPY --chmod=755 <<EOF /hello.sh
#!/bin/sh
echo hello
EOF
