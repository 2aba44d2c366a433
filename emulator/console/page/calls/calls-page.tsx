import { useState } from 'react';
import type { CallEntry } from '../../../journal/journal';
import { usePolled } from '../asked';
import { Empty, Shown } from '../parts/shown';
import type { State } from '../state';
import { millisecondsInWords, timeOf } from '../words';
import { HandCallForm } from './hand-call-form';
import { LogLines } from './log-lines';

const EVERY_MS = 2_000;

/** The last calls as they come, and a way to make one by hand. */
export function CallsPage({ state }: { readonly state: State | null }) {
  const asking = usePolled<readonly CallEntry[]>('/calls', EVERY_MS);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <header className="page-head">
        <h1>调用</h1>
      </header>
      {state !== null && <HandCallForm state={state} onCalled={asking.again} />}
      <section>
        <h2>最近的调用</h2>
        <Shown asking={asking}>
          {(calls) =>
            calls.length === 0 ? (
              <Empty>还没有调用。上面可以手动调用一次，小程序和网页的调用也会列在这里。</Empty>
            ) : (
              <ul className="entry-list">
                {calls.map((call) => (
                  <li key={call.id}>
                    <CallRow
                      call={call}
                      isOpen={open === call.id}
                      onOpen={() => setOpen(open === call.id ? null : call.id)}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </section>
    </>
  );
}

const outcomes = {
  ok: ['good', '成功'],
  error: ['bad', '出错'],
  timeout: ['bad', '超时'],
} as const satisfies Record<CallEntry['outcome'], readonly [string, string]>;

function CallRow({
  call,
  isOpen,
  onOpen,
}: {
  readonly call: CallEntry;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const [look, words] = outcomes[call.outcome];
  return (
    <>
      <button type="button" className="row call" aria-expanded={isOpen} onClick={onOpen}>
        <time>{timeOf(call.at)}</time>
        <span className={`mark ${look}`}>{words}</span>
        <strong>{call.function}</strong>
        <code className="grow">{call.action ?? ''}</code>
        <span className="quiet">{call.caller}</span>
        <span className="number">{millisecondsInWords(call.ms)}</span>
        <span className="number quiet">{call.roundTrips} 次请求</span>
      </button>
      {isOpen && (
        <div className="opened">
          {call.error !== null && <p className="trouble">{call.error}</p>}
          <LogLines lines={call.lines} />
        </div>
      )}
    </>
  );
}
