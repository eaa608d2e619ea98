FROM mcr.microsoft.com/dotnet/sdk:8.0-jammy AS build
WORKDIR /src
COPY Worker/Worker.csproj Worker/
RUN dotnet restore Worker/Worker.csproj
COPY . .
RUN dotnet publish Worker/Worker.csproj --configuration Release --output /app --no-restore

FROM mcr.microsoft.com/dotnet/runtime:8.0-alpine-extra
COPY --from=build /app /app
WORKDIR /app
ENTRYPOINT exec dotnet Worker.dll $WORKER_ARGS
