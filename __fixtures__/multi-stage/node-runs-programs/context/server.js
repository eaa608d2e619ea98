const { spawn } = require('child_process');
require('./hooks');

spawn('ffmpeg', ['-version']);
