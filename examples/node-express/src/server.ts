import path from "path";
import express from "express";
import { ItemList } from "./items";

const app = express();
const list = new ItemList();
const port = Number(process.env.PORT ?? 3000);

app.use(express.json());
app.use(express.static(path.join(__dirname, "..", "public")));

app.get("/items", (_req, res) => {
  res.json(list.all());
});

app.post("/items", (req, res) => {
  const text = String(req.body?.text ?? "").trim();
  if (!text) {
    res.status(400).json({ error: "text is missing" });
    return;
  }
  res.status(201).json(list.add(text));
});

const server = app.listen(port, () => console.log(`listening on ${port}`));
process.on("SIGTERM", () => server.close());
