FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish Shop.csproj -c Release -r linux-x64 --self-contained true -p:PublishSingleFile=true -o /app

FROM mcr.microsoft.com/dotnet/runtime-deps:8.0-noble-chiseled
COPY --from=build /app /app
USER root
WORKDIR /app
EXPOSE 8080
ENTRYPOINT ["./Shop"]
