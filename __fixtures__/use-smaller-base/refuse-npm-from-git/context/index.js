require('tool');
