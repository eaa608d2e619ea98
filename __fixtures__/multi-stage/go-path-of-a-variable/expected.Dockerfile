FROM golang:1.24 AS build
ENV APP_HOME=/opt/shop
ENV PATH=$APP_HOME/bin:$PATH
WORKDIR $APP_HOME
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o $APP_HOME/bin/app .

FROM scratch
ENV APP_HOME=/opt/shop
ENV PATH=$APP_HOME/bin:$PATH
WORKDIR $APP_HOME
COPY --from=build /opt/shop/bin/app /usr/local/bin/app
CMD ["app"]
