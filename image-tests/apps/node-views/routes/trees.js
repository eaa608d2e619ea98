const fs = require('node:fs');
const { Router } = require('express');

// Read relative to the working directory.
const trees = JSON.parse(fs.readFileSync('trees.json', 'utf8'));

const router = Router();
router.get('/', (req, res) => res.json(Object.keys(trees)));
router.get('/:name', (req, res, next) => {
  const tree = trees[req.params.name];
  return tree ? res.json(tree) : next();
});

module.exports = router;
