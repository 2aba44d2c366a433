/**
 * One line per call: which action, which request, how long, how it ended. Inputs, outputs and error messages may
 * carry somebody's data, so none of them is written; a fault is logged by its kind and the places it passed.
 */
export type CallLog = {
  agreed<Answer>(answer: Answer): Answer;
  refused(refusal: string, answer?: object): object;
  fault(error: unknown): { readonly ok: false; readonly fault: string };
};

export function logLine(action: string, requestId: string): CallLog {
  const started = performance.now();
  const write = (outcome: string, more: object = {}): void => {
    const ms = Math.round(performance.now() - started);
    console.log(JSON.stringify({ action, requestId, ms, outcome, ...more }));
  };
  return {
    agreed(answer) {
      write('agreed');
      return answer;
    },
    refused(refusal, answer = { ok: false, refusal }) {
      write(`refused:${refusal}`);
      return answer;
    },
    fault(error) {
      write('fault', describe(error));
      return { ok: false, fault: requestId };
    },
  };
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const places = stackAfterMessage(error)
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return {
    error: error.name,
    code,
    at: places.slice(0, 6).map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/[^)]*\/([^/)]+)\)?$/, '$1')),
  };
}

/** The stack begins with the message, and a line of a message may look like a place. */
function stackAfterMessage({ message, stack }: Error): string {
  const text = stack ?? '';
  const start = text.indexOf(message);
  return start < 0 ? '' : text.slice(start + message.length);
}

/** Something that somebody has to look at, with how often it is so; never whose it is. */
export const alarm = (what: string, count: number): void => {
  console.log(JSON.stringify({ alarm: what, count }));
};
