require 'erb'
require 'socket'
require 'tally'
require 'uri'

$stdout.sync = true
server = TCPServer.new('0.0.0.0', Integer(ENV.fetch('PORT', '4567')))
page = ERB.new(File.read(File.join(__dir__, 'views', 'index.erb')))
trap('TERM') { exit 0 }

loop do
  client = server.accept
  path = client.gets.to_s.split[1] || '/'
  nil until client.gets.to_s.strip.empty?
  counts = Tally.of(URI.decode_www_form_component(path))
  body = page.result_with_hash(counts: counts)
  client.write "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: #{body.bytesize}\r\nConnection: close\r\n\r\n#{body}"
  client.close
end
