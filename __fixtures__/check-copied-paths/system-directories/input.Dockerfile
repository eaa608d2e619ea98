FROM debian:12 AS tools
WORKDIR /work
RUN apt-get update && apt-get install -y jq

FROM debian:12-slim
COPY --from=tools usr/bin/jq /usr/bin/jq
