import { createContext, Script } from 'node:vm';
import { requestFailed } from '../cloud-error';

/** MongoDB's engine gives up after ten million steps; here a second has passed by then. Milliseconds. */
const MOST_MS = 1000;

/** So short a text is done with in no time by any pattern that a person would write. Characters. */
const SHORT = 12;

/**
 * A regular expression that gives up where JavaScript's would go on for years, as `(a+)+$` does with forty letters.
 *
 * Only patterns that can come to that are watched: it costs a fifth of a millisecond for each text.
 */
export function limited(regex: RegExp, source: string): RegExp {
  if (!canRunAway(source)) return regex;
  const unlimited = regex.exec.bind(regex);
  const exec = (text: string): RegExpExecArray | null => {
    if (text.length <= SHORT) return unlimited(text);
    let found: RegExpExecArray | null = null;
    watched(() => {
      found = unlimited(text);
    });
    return found;
  };
  // Whatever walks through a text by a regular expression asks its `exec`.
  return Object.defineProperty(regex, 'exec', { value: exec });
}

/** Whether a group is repeated, or so much is that lengths multiply. Without classes and escapes, which hide brackets. */
function canRunAway(source: string): boolean {
  const bare = source.replace(/\\[^]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const repeats = bare.match(/[*+]|\{\d+,\d*\}/g) ?? [];
  return /\)(?:[*+]|\{\d)/.test(bare) || repeats.length > 2;
}

// Not instanceof: under jest it comes from another realm.
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

let place: { readonly script: Script; readonly context: { act?: () => void } } | undefined;

// Only what runs as a script of its own can be stopped from outside.
function watched(act: () => void): void {
  place ??= { script: new Script('act()'), context: createContext({}) };
  place.context.act = act;
  try {
    place.script.runInContext(place.context, { timeout: MOST_MS });
  } catch (error) {
    if (isTimeout(error)) {
      throw requestFailed('Error occurred while executing the regular expression: match limit exceeded');
    }
    throw error;
  }
}
