FROM alpine:3.22
ENV HOME_DIR=/opt/tool BIN_DIR=$HOME_DIR/bin
