import type { CallEntry } from '../journal/journal';
import type { Identity } from './identity';
import type { Invocation } from './invocation';

type Failure = { readonly code: string; readonly message: string };

/** What a call leaves in the journal. Of what was sent, only the name of the action. */
export function callEntry(
  invocation: Invocation,
  event: unknown,
  ended: { readonly at: Date; readonly ms: number; readonly lines: readonly string[]; readonly error?: Failure },
): CallEntry {
  const { error } = ended;
  return {
    id: invocation.requestId,
    at: ended.at.toISOString(),
    function: invocation.functionName,
    action: actionOf(event),
    caller: callerName(invocation),
    ms: ended.ms,
    roundTrips: invocation.roundTrips,
    outcome: error === undefined ? 'ok' : error.code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED' ? 'timeout' : 'error',
    error: error === undefined ? null : shortened(error.message, MOST_LINE_CHARACTERS),
    lines: ended.lines,
  };
}

function callerName({ chain, identity }: Invocation): string {
  const by = chain.at(-1);
  return by === undefined ? identityName(identity) : `function:${by}`;
}

function identityName(identity: Identity): string {
  if ('openid' in identity) return `openid:${identity.openid}`;
  if ('customUserId' in identity) return `uid:${identity.customUserId}`;
  if ('timer' in identity) return `timer:${identity.timer}`;
  return 'anonymous' in identity ? 'anonymous' : 'console';
}

function actionOf(event: unknown): string | null {
  if (typeof event !== 'object' || event === null || !('action' in event)) return null;
  return typeof event.action === 'string' ? shortened(event.action, 80) : null;
}

const MOST_LINES = 200;
const MOST_LINE_CHARACTERS = 4_000;

/** What all lines of one call may take: a thousand calls are kept. */
const MOST_CHARACTERS = 40_000;

/** The first lines of one call, so that a function that prints for ever fills no memory. */
export function printedLines() {
  const lines: string[] = [];
  let left = MOST_CHARACTERS;
  let dropped = 0;
  return {
    add(line: string): void {
      const kept = shortened(line, Math.min(left, MOST_LINE_CHARACTERS));
      if (lines.length === MOST_LINES || (kept === '' && line !== '')) dropped += 1;
      else {
        lines.push(kept);
        left -= kept.length;
      }
    },
    list: (): readonly string[] => (dropped === 0 ? lines : [...lines, `… ${dropped} more lines`]),
  };
}

/** The head of a text, copied: a slice would keep all of it in memory. */
function shortened(text: string, most: number): string {
  return text.length <= most ? text : Buffer.from(text.slice(0, most), 'utf16le').toString('utf16le');
}
