const fastify = require('fastify')();
const trails = require('./data/trails.json');

fastify.get('/health', async () => 'ok');
fastify.get('/trails', async () => trails);
fastify.listen({ port: 8080, host: '0.0.0.0' });
