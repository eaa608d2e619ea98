import type { Step } from '../multi-stage/types.ts';
import { dotnetRestore } from './dotnet.ts';
import { nodeInstall } from './node.ts';
import {
  bundleInstall,
  composerInstall,
  goBuild,
  mavenBuild,
  mixGet,
  unfetchable,
} from './others.ts';
import { pipenvInstall, pipInstall, poetryInstall, uvSync } from './python.ts';
import type { Call, Recogniser } from './types.ts';

const RECOGNISERS: readonly Recogniser[] = [
  nodeInstall,
  pipInstall,
  poetryInstall,
  uvSync,
  pipenvInstall,
  composerInstall,
  bundleInstall,
  goBuild,
  dotnetRestore,
  mixGet,
  mavenBuild,
  unfetchable,
];

/** The installation that a step is, of what manifests of a project list. */
export function callOf(step: Step): Call | undefined {
  for (const recognise of RECOGNISERS) {
    const call = recognise(step);
    if (call) return call;
  }
  return undefined;
}
