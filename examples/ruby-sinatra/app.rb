require "sinatra/base"
require "sqlite3"

class App < Sinatra::Base
  DB = SQLite3::Database.new(ENV.fetch("DB_FILE", "counter.db"))
  DB.execute("create table if not exists hits (path text, at integer)")

  get "/" do
    DB.execute("insert into hits values (?, ?)", [request.path, Time.now.to_i])
    erb :index, locals: { hits: DB.get_first_value("select count(*) from hits") }
  end
end
