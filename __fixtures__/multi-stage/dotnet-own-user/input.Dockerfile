FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /app
COPY . .
RUN dotnet restore
RUN dotnet publish -c Release -o out
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "out/Shop.dll"]
