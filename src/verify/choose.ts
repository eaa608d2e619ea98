/** Which builder is taken. */
import { Buildah } from './buildah.ts';
import { Docker } from './docker.ts';
import type { Engine, EngineName, Limits } from './engine.ts';
import { messageOf, Trouble } from './errors.ts';

export const ENGINES: readonly EngineName[] = ['docker', 'podman', 'buildah'];

const make = (name: EngineName, limits: Limits): Engine =>
  name === 'buildah' ? new Buildah(limits) : new Docker(limits, name);

/** The one that is asked for, else the first that answers. */
export async function chooseEngine(
  wanted: EngineName | undefined,
  limits: Limits,
): Promise<{ engine: Engine; version: string }> {
  const troubles: string[] = [];
  for (const name of wanted === undefined ? ENGINES : [wanted]) {
    const engine = make(name, limits);
    try {
      return { engine, version: await engine.check() };
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      troubles.push(messageOf(error));
    }
  }
  if (wanted !== undefined) throw new Trouble(troubles.join('; '));
  throw new Trouble(`no builder: ${troubles.join('; ')}`);
}
