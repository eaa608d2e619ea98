/**
 * Holds our reading of every Dockerfile in some trees against that of another program.
 *
 *   npm run conformance -- COMMAND DIR…
 *
 * COMMAND speaks the protocol of reference.ts. Exits with 1 if the two differ anywhere.
 */
import path from 'node:path';
import { differences } from './compare-readings.ts';
import { findDockerfiles, uniqueTexts } from './dockerfiles.ts';
import { ask } from './reference.ts';

const SHOWN = 50;

function main([command, ...roots]: readonly string[]): void {
  if (command === undefined || roots.length === 0) {
    throw new Error('npm run conformance -- COMMAND DIR…');
  }
  const files = findDockerfiles(roots);
  const { texts, notText } = uniqueTexts(files);
  const paths = [...texts.keys()];
  const answers = ask(
    command,
    paths.map((file) => path.resolve(file)),
  );
  const found = paths.flatMap((file, index) =>
    differences(texts.get(file)!, answers[index]!).map((difference) => `${file}: ${difference}`),
  );
  for (const line of found.slice(0, SHOWN)) console.log(line);
  console.log(
    `${files.length} files, ${texts.size} of different content, ${notText.length} not UTF-8; ` +
      `${found.length} differences`,
  );
  if (found.length > 0) process.exitCode = 1;
}

main(process.argv.slice(2));
