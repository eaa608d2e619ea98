FROM mcr.microsoft.com/dotnet/sdk:8.0-alpine AS build
WORKDIR /app
COPY . .
RUN dotnet publish -c Release -o out

FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine-extra
WORKDIR /app
COPY --from=build /app/out /app/out
ENTRYPOINT ["dotnet", "out/Shop.dll"]
