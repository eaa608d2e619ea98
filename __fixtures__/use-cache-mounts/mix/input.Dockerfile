FROM elixir:1.16
RUN mix local.hex --force && mix deps.get --only prod
