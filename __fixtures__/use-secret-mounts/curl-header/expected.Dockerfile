FROM debian:12
ARG VERSION=1.2
RUN --mount=type=secret,id=API_TOKEN,env=API_TOKEN,required=true \
    curl -fsSL -H "Authorization: Bearer $API_TOKEN" -o /opt/tool https://files.acme.dev/tool-$VERSION
