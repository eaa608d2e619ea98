import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

interface Ship {
  readonly name: string;
  readonly masts: number;
}

const [file = 'fleet.yaml', least = '0'] = process.argv.slice(2);
try {
  const ships = parse(readFileSync(file, 'utf8')) as Ship[];
  process.stdout.write(stringify(ships.filter(({ masts }) => masts >= Number(least))));
} catch (error) {
  console.error(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
  process.exitCode = 3;
}
