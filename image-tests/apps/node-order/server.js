const express = require('express');
const { capitalize } = require('lodash');

const app = express();
app.disable('x-powered-by');
app.get('/:name?', (request, response) => {
  response.type('text/plain').send(`Hello, ${capitalize(request.params.name ?? 'world')}\n`);
});
app.listen(3000);
