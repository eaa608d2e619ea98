from ruby:4.0
workdir /app
copy . .
run bundle config set --local without 'development test' && bundle install
