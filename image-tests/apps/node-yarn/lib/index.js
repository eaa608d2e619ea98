const Koa = require('koa');
const parse = require('yargs-parser');
const { name, version } = require('../package.json');

const { port } = parse(process.argv.slice(2));
const app = new Koa();
app.use((ctx) => {
  if (ctx.path === '/') ctx.body = { name, version, mode: process.env.NODE_ENV ?? null };
  else if (ctx.path === '/args') ctx.body = process.argv.slice(2).join(' ');
});
app.listen(port);
