FROM debian:12
RUN cat > /motd <<EOF
hello
EOF
RUN touch /out
