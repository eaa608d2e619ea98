Gem::Specification.new do |spec|
  spec.name = 'tally'
  spec.version = '0.3.0'
  spec.summary = 'Counts things'
  spec.authors = ['The authors']
  spec.files = Dir['lib/**/*.rb']
end
