FROM elixir:1.17
RUN mix local.hex --force && mix local.rebar --force
WORKDIR /src
COPY . .
RUN mix deps.get --only prod
RUN mix compile
CMD ["mix", "run", "--no-halt"]
