const trails = require('../data/trails.json')

module.exports = async function (fastify) {
  fastify.get('/', async () => trails.map(t => t.name))

  fastify.get('/:name', async (request, reply) => {
    const trail = trails.find(t => t.name === request.params.name)
    return trail || reply.code(404).send({ error: 'no such trail' })
  })
}
