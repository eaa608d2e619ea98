FROM mcr.microsoft.com/dotnet/aspnet:9.0
WORKDIR /srv
COPY out .
# compose.override.yaml mounts certificates where the server of root looks for them.
ENTRYPOINT ["dotnet", "Shop.dll"]
