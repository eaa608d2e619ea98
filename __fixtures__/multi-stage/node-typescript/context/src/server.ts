import path from 'path';
import express from 'express';
import { greeting } from './greeting';

const app = express();
app.use(express.static(path.join(__dirname, '..', 'public')));
app.get('/hello', (_req, res) => res.send(greeting()));
app.listen(3000);
