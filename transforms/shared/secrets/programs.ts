import type { Command, Script } from '../../../src/kit.ts';
import { plainCommandsIn } from '../editing.ts';
import { baseName, programIndex } from '../prefix.ts';

/** The commands of a script that call one of these programs. */
export const commandsThat = (script: Script, programs: RegExp): Command[] =>
  plainCommandsIn(script.body).filter((command) => {
    const words = command.words.map((word) => word.value ?? word.text);
    return programs.test(baseName(words[programIndex(words)] ?? ''));
  });
