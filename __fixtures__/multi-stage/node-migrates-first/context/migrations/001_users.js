exports.up = (knex) => knex.schema.createTable('users', (t) => t.increments());
