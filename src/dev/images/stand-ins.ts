/** Images that stand in for others, where there is no registry to have those from. */
import { readFileSync } from 'node:fs';
import type { Docker } from '../../verify/docker.ts';

export interface StandIn {
  readonly missing: string;
  readonly instead: string;
}

/** Two names a line; `#` begins a line of remarks. */
export function parseStandIns(text: string): StandIn[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [missing, instead, ...more] = line.trim().split(/\s+/);
    if (instead === undefined || more.length > 0) throw new Error(`not two images: ${line}`);
    return { missing: missing!, instead };
  });
}

/** Gives the name of what is not there to what stands in for it; the name stays. */
export async function takeStandIns(file: string, docker: Docker): Promise<void> {
  for (const { missing, instead } of parseStandIns(readFileSync(file, 'utf8'))) {
    if (await docker.has(missing)) continue;
    await docker.ask(['tag', instead, missing]);
  }
}
