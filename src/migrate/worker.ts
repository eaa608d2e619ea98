/** A thread that analyses Dockerfiles for another one. */
import { parentPort, workerData } from 'node:worker_threads';
import { Configs } from '../cli/config/load.ts';
import { SettingsOf, type Given } from '../cli/config/settings.ts';
import type { Target } from '../cli/discover.ts';
import { FileFixer } from '../cli/file-fixer.ts';
import { analyse, type Analysis } from './analysis.ts';

/** What a thread is started with: plain data. */
export interface WorkerData {
  readonly given: Omit<Given, 'extra'>;
  readonly configs: { readonly enabled: boolean; readonly file: string | undefined };
  readonly byTransform: boolean;
}

/** What comes back for a list of targets, in their order. */
export interface Answer {
  readonly analyses: readonly Analysis[];
  readonly notes: readonly string[];
}

const { given, configs, byTransform } = workerData as WorkerData;
let notes: string[] = [];
const fixer = new FileFixer(
  new SettingsOf({ ...given, extra: [] }, new Configs(configs)),
  undefined,
  { warn: (message) => notes.push(message), fault: () => {} },
);

parentPort!.on('message', (targets: readonly Target[]) => {
  void (async () => {
    const analyses: Analysis[] = [];
    for (const target of targets) analyses.push(await analyse(fixer, target, byTransform));
    const answer: Answer = { analyses, notes };
    notes = [];
    parentPort!.postMessage(answer, []);
  })();
});
