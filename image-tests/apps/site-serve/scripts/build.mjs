// Turns the pages in src/ into a site in build/.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { marked } from 'marked';

mkdirSync('build', { recursive: true });
for (const name of readdirSync('src')) {
  if (!name.endsWith('.md')) {
    cpSync(`src/${name}`, `build/${name}`);
    continue;
  }
  const body = marked.parse(readFileSync(`src/${name}`, 'utf8'));
  writeFileSync(`build/${name.replace('.md', '.html')}`, `<!doctype html>\n${body}`);
}
