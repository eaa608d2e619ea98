FROM ruby:3.3
WORKDIR /app
COPY . .
RUN bundle install
ENTRYPOINT ["./entry.sh"]
CMD ["rails", "server"]
