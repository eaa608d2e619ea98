FROM ruby:3.3-slim
COPY . /srv
EXPOSE 9292
CMD ["ruby", "/srv/app.rb"]
