var app = WebApplication.Create(args);
app.MapGet("/", () => "open");
app.Run();
