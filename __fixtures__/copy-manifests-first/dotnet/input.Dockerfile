FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /src
COPY . .
RUN dotnet restore Shop/Shop.csproj
RUN dotnet publish Shop/Shop.csproj -o /out
CMD ["dotnet", "/out/Shop.dll"]
