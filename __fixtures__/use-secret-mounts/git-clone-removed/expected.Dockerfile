FROM golang:1.23 AS build
RUN --mount=type=secret,id=GITHUB_TOKEN,env=GITHUB_TOKEN,required=true \
    git clone https://$GITHUB_TOKEN@github.com/acme/tool.git && cd tool && go build -o /usr/local/bin/tool . && rm -rf /go/tool
