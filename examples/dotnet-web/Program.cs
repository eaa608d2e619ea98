var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();

app.MapGet("/", () => new { app = app.Configuration["Title"] });
app.MapGet("/miles/{km:double}", (double km) => new { km, miles = Math.Round(km / 1.609344, 3) });

app.Run();
