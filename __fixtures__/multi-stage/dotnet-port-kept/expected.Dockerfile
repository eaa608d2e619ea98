FROM mcr.microsoft.com/dotnet/sdk:6.0 AS build
WORKDIR /app
COPY . .
RUN dotnet publish -c Release -o out

FROM mcr.microsoft.com/dotnet/aspnet:6.0
ENV ASPNETCORE_URLS=
WORKDIR /app
COPY --from=build /app/out /app/out
RUN apt-get update && apt-get install -y curl
HEALTHCHECK CMD curl -f http://localhost:5000/ || exit 1
ENTRYPOINT ["dotnet", "out/Shop.dll"]
