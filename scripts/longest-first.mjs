import Sequencer from '@jest/test-sequencer';

/**
 * Seconds that a file takes where it takes long, about: with two idle processors, beside another.
 * A stale or missing one costs a little time and nothing else.
 */
const seconds = [
  ['e2e/pages.test.ts', 164],
  ['matchmaking/indistinguishable.action.test.ts', 83],
  ['e2e/event-faults.test.ts', 72],
  ['e2e/studio-pages.test.ts', 70],
  ['e2e/joining.test.ts', 54],
  ['scripts/cloud/provision.test.ts', 52],
  ['matchmaking/contact.action.test.ts', 37],
  ['station/check-in.action.test.ts', 33],
  ['matchmaking/hostile.action.test.ts', 31],
  ['matchmaking/access.action.test.ts', 21],
  ['matchmaking/mixer-quiet.action.test.ts', 15],
  ['matchmaking/mixer.action.test.ts', 14],
  ['matchmaking/bench.action.test.ts', 14],
  ['emulator/functions/careless.test.ts', 12],
  ['scripts/cloud/deploy.test.ts', 11],
  ['scripts/cloud/commands.test.ts', 11],
  ['duty/covering.action.test.ts', 10],
];
const JOURNEY = 40;

/** @param {string} file */
const secondsOf = (file) => {
  const name = file.replaceAll('\\', '/');
  const [, known] = seconds.find(([end]) => name.endsWith(end)) ?? [];
  return known ?? (/\/e2e\/(?!draw-twice)/.test(name) ? JOURNEY : 0);
};

/**
 * Long files first, so that no processor is idle while another ends the last one. What a machine has run before Jest
 * orders itself; a clean checkout it would order by the files' sizes, which say little of a journey.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isKnown = sorted.some((test) => this.time(test) !== undefined);
    return isKnown ? sorted : sorted.sort((one, other) => secondsOf(other.path) - secondsOf(one.path));
  }
}
