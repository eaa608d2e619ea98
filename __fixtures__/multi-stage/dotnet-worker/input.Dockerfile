FROM mcr.microsoft.com/dotnet/sdk:8.0-jammy
WORKDIR /src
COPY Worker/Worker.csproj Worker/
RUN dotnet restore Worker/Worker.csproj
COPY . .
RUN dotnet publish Worker/Worker.csproj --configuration Release --output /app --no-restore
WORKDIR /app
ENTRYPOINT exec dotnet Worker.dll $WORKER_ARGS
