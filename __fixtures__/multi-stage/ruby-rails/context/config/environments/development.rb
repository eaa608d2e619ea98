require "web_console"
