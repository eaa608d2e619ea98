# frozen_string_literal: true

require 'logger'
require 'socket'

# Greets, and notes who came in /var/log/app.
logger = Logger.new('/var/log/app/access.log')
server = TCPServer.new('0.0.0.0', 4567)
Signal.trap('TERM') { exit }
loop do
  client = server.accept
  path = client.gets.to_s.split[1]
  while (line = client.gets) && line != "\r\n"; end
  logger.info(path)
  body = "hello #{path.delete_prefix('/')}\n"
  client.write "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" \
               "Content-Length: #{body.bytesize}\r\nConnection: close\r\n\r\n#{body}"
  client.close
end
