FROM mcr.microsoft.com/dotnet/sdk:8.0 AS publish
WORKDIR /src
COPY . .
RUN dotnet publish -c Release -o /src/out

FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra
USER root
WORKDIR /app
COPY --from=publish /src/out .
EXPOSE 8080
ENTRYPOINT ["dotnet", "Shop.dll"]
