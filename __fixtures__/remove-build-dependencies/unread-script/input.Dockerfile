FROM ruby:3.3-alpine3.20
RUN apk --no-cache add build-base && gem install puma
ENTRYPOINT ["bin/entrypoint"]
