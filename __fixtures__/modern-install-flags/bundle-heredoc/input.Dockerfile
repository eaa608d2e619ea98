# In a file with CRLF the name of the group ends with a carriage return.
FROM ruby:3.3
RUN <<EOF
  cd /app
  bundle install --without test
EOF
