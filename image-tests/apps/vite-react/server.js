import path from 'node:path';
import express from 'express';

const dist = path.join(import.meta.dirname, 'dist');
const app = express();
app.get('/api/time-zone', (_request, response) => response.json({ zone: process.env.TZ ?? 'UTC' }));
app.use(express.static(dist));
app.get('*', (_request, response) => response.sendFile(path.join(dist, 'index.html')));
app.listen(4000);
