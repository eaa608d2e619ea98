FROM ruby:3.3-slim
COPY . /srv
EXPOSE 9292
HEALTHCHECK --timeout=5s --start-period=30s CMD ["ruby", "-rnet/http", "-e", "exit Net::HTTP.get_response(URI('http://127.0.0.1:9292/')).is_a?(Net::HTTPSuccess)"]
CMD ["ruby", "/srv/app.rb"]
