const { execFile } = require('child_process');

module.exports = (hook) => execFile(hook.program, hook.args);
