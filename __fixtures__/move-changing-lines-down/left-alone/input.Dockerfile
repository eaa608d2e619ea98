FROM debian:12-slim
# dockopt ignore=move-changing-lines-down
ARG REVISION
RUN apt-get update && apt-get install -y curl
RUN echo "$REVISION" > /etc/shop-revision
