#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' };

const argv = process.argv.slice(2);
if (argv[0] === '--version') {
  console.log(manifest.version);
} else {
  const { default: yargs } = await import('yargs');
  await yargs(argv)
    .scriptName('dockopt')
    .version(manifest.version)
    .command('fix [paths..]', 'Rewrite Dockerfiles')
    .strict()
    .parseAsync();
}
