FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /src
COPY . .
RUN dotnet publish Shop.csproj -c Release -r linux-x64 --self-contained true -p:PublishSingleFile=true -o /app
WORKDIR /app
EXPOSE 8080
ENTRYPOINT ["./Shop"]
