FROM golang:1.23 AS build
COPY . .
RUN --mount=type=secret,id=GITHUB_TOKEN,env=GITHUB_TOKEN,required=true \
 git config --global url."https://$GITHUB_TOKEN@github.com/".insteadOf "https://github.com/" \
 && go mod download \
 && rm ~/.gitconfig
