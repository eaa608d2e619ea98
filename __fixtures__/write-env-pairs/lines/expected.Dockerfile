FROM debian:12
ENV JAVA_OPTS="-Xmx512m \
    -Xms128m"
ENV PATH=/opt/bin:$PATH
ONBUILD ENV MODE="test run"
ENV   TABBED=x
