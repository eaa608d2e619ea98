const fs = require('fs');
const path = require('path');
const dir = path.join(__dirname, 'uploads');
fs.mkdirSync(dir, { recursive: true });
fs.writeFileSync(path.join(dir, 'a.txt'), 'x');
