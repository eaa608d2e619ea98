# Counts things.
module Tally
  def self.of(text)
    text.downcase.scan(/[a-z]+/).tally.sort.map { |word, count| "#{word} #{count}" }
  end
end
