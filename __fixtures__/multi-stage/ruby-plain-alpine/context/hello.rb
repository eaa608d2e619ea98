require "rack"
require "rackup/handler/webrick"
Rackup::Handler::WEBrick.run(->(env) { [200, {}, ["hello"]] }, Host: "0.0.0.0")
