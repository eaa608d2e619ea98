const path = require('node:path');
const express = require('express');

const app = express();
app.disable('x-powered-by');
app.set('view engine', 'ejs');
app.set('views', path.join(__dirname, 'views'));
app.use(express.static('public'));
app.use('/trees', require('./routes/trees'));
app.get('/', (req, res) => res.render('index', { title: process.env.TITLE || 'Untitled' }));
app.use((req, res) => res.status(404).render('missing', { path: req.path }));

const server = app.listen(process.env.PORT || 3000);
process.on('SIGTERM', () => server.close());
