class Up
  def call = 200
end
