const fastify = require('fastify')({ logger: true })

fastify.register(require('./routes/trails'), { prefix: '/trails' })
fastify.get('/health', async () => ({ ok: true }))

fastify.listen({ host: '0.0.0.0', port: Number(process.env.PORT || 8080) })
process.on('SIGTERM', () => fastify.close())
