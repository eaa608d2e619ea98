FROM debian:12-slim
ARG REVISION
ENV SHOP_REVISION=$REVISION
RUN apt-get update && apt-get install -y curl
CMD ["shop"]
