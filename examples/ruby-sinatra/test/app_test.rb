ENV["RACK_ENV"] = "test"
ENV["DB_FILE"] = ":memory:"

require "minitest/autorun"
require "rack/test"
require_relative "../app"

class AppTest < Minitest::Test
  include Rack::Test::Methods

  def app = App

  def test_counts
    get "/"
    assert_includes last_response.body, "Seen 1 times"
  end
end
