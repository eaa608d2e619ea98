module.exports = { entry: './client.js', output: { path: `${__dirname}/public/js` } };
