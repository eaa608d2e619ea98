FROM elixir:1.16
RUN --mount=type=cache,target=/root/.hex/packages,sharing=locked \
    mix local.hex --force && mix deps.get --only prod
