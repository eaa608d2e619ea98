FROM elixir:1.17
RUN mix local.hex --force && mix local.rebar --force
WORKDIR /src
COPY mix.exs mix.lock ./
RUN mix deps.get --only prod
COPY . .
RUN mix compile
CMD ["mix", "run", "--no-halt"]
