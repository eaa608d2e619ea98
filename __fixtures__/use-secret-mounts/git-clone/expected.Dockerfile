FROM golang:1.23 AS build
WORKDIR /src
RUN --mount=type=secret,id=GITHUB_TOKEN,env=GITHUB_TOKEN,required=true \
    git -c url."https://${GITHUB_TOKEN}@github.com/".insteadOf=https://github.com/ clone --depth 1 https://github.com/acme/tool.git . && go build -o /tool .
