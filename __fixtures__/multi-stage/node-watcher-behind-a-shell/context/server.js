const fs = require('node:fs');
const express = require('express');

const quotes = fs.readFileSync(`${__dirname}/quotes.txt`, 'utf8').split('\n');
const app = express();
app.get('/', (req, res) => res.send(quotes[0]));
app.listen(8080);
