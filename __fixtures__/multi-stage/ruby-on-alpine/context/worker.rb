class Worker; end
