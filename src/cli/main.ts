#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' };

const argv = process.argv.slice(2);
if (argv[0] === '--version') {
  console.log(manifest.version);
} else {
  const { cli } = await import('./cli.ts');
  process.exitCode = await cli(argv, manifest.version);
}
