FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /src
COPY Directory.Build.props ./
COPY Prices/Prices.csproj ./Prices/
COPY Shop/Shop.csproj ./Shop/
RUN dotnet restore Shop/Shop.csproj
COPY . .
RUN dotnet publish Shop/Shop.csproj -o /out
CMD ["dotnet", "/out/Shop.dll"]
