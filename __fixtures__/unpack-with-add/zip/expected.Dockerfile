FROM debian:12
RUN apt-get update && apt-get install -y unzip
# our own tools
COPY --from=build /out/tools.zip /tmp/
RUN unzip -q /tmp/tools.zip -d /opt && rm -rf /tmp/tools.zip /tmp/other && ls /opt
RUN --mount=type=bind,source=shop.zip,target=/shop.zip unzip shop.zip
