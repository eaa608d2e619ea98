import { Keychain } from './credentials.ts';
import { RegistryError } from './http.ts';
import { placeOf, type Place } from './place.ts';
import { Registry } from './registry.ts';

/** How many images are asked for at a time. */
const AT_ONCE = 4;

/** The digests of one run: each image is asked for once, and each one that has none is told once. */
export class Resolver {
  readonly digests = new Map<string, string>();
  private readonly failed = new Set<string>();
  /** Registries that do not answer, and why. */
  private readonly down = new Map<string, RegistryError>();
  private readonly warn: (message: string) => void;
  private readonly registry: Registry;

  constructor(warn: (message: string) => void) {
    this.warn = warn;
    this.registry = new Registry(new Keychain(warn));
  }

  /** Asks for what has not been asked for; false where there was nothing. */
  async resolve(names: Iterable<string>): Promise<boolean> {
    const open = new Set<string>();
    for (const name of names) {
      if (!this.digests.has(name) && !this.failed.has(name)) open.add(name);
    }
    const queue = [...open];
    const next = async (): Promise<void> => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) await this.one(name);
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, next));
    return open.size > 0;
  }

  private async one(name: string): Promise<void> {
    const place = placeOf(name);
    try {
      if (!place) throw new RegistryError('no registry can have an image of this name');
      this.digests.set(name, await this.ask(place));
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      this.failed.add(name);
      const from = place === undefined ? '' : `from ${place.registry}: `;
      this.warn(`no digest for ${name}: ${from}${error.message}`);
    }
  }

  private async ask(place: Place): Promise<string> {
    const why = this.down.get(place.origin);
    if (why) throw why;
    try {
      return await this.registry.digestOf(place);
    } catch (error) {
      if (error instanceof RegistryError && error.isDown) this.down.set(place.origin, error);
      throw error;
    }
  }
}
