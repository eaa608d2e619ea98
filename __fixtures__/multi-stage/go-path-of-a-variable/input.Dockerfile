FROM golang:1.24
ENV APP_HOME=/opt/shop
ENV PATH=$APP_HOME/bin:$PATH
WORKDIR $APP_HOME
COPY . .
RUN go build -o $APP_HOME/bin/app .
CMD ["app"]
