require 'minitest/autorun'
require 'tally'

class TallyTest < Minitest::Test
  def test_counts
    assert_equal ['a 2', 'b 1'], Tally.of('a b A')
  end
end
