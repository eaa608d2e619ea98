// Writes a page for every text in pages/.
const fs = require('node:fs');
const path = require('node:path');

const out = process.argv[2];
fs.mkdirSync(out, { recursive: true });
const names = fs.readdirSync('pages').sort();
for (const name of names) {
  const text = fs.readFileSync(path.join('pages', name), 'utf8').trim();
  fs.writeFileSync(path.join(out, name.replace('.txt', '.html')), `<!doctype html>\n<p>${text}</p>\n`);
}
const items = names.map((name) => `<li><a href="${name.replace('.txt', '.html')}">${name}</a></li>`);
fs.writeFileSync(path.join(out, 'index.html'), `<!doctype html>\n<ul>${items.join('')}</ul>\n`);
