from ruby:4.0
workdir /app
copy . .
run bundle install --without='development test'
