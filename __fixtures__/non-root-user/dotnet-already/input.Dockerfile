FROM mcr.microsoft.com/dotnet/aspnet:9.0 AS base
WORKDIR /srv

FROM base
COPY out .
# The base image of the stage that this one is built on sets the variable.
USER $APP_UID
ENTRYPOINT ["dotnet", "Shop.dll"]
