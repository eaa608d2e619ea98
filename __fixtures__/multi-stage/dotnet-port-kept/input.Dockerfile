FROM mcr.microsoft.com/dotnet/sdk:6.0
WORKDIR /app
COPY . .
RUN dotnet publish -c Release -o out
RUN apt-get update && apt-get install -y curl
HEALTHCHECK CMD curl -f http://localhost:5000/ || exit 1
ENTRYPOINT ["dotnet", "out/Shop.dll"]
