FROM ruby:3.3
WORKDIR /app
COPY . .
RUN bundle install --without test | tee install.log
RUN bundle check || bundle install --path vendor
