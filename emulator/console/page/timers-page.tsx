import { useState } from 'react';
import type { HandCall } from '../api/calls';
import type { TimerEntry } from '../../functions/timers';
import { send } from './ask';
import { usePolled } from './asked';
import { CallResult } from './calls/call-result';
import { useAct } from './parts/act';
import { ActWords } from './parts/act-words';
import { Empty, Shown } from './parts/shown';
import { timeOf } from './words';

const EVERY_MS = 4_000;

/** The timers of all functions, when each comes next, and a way not to wait for it. */
export function TimersPage() {
  const asking = usePolled<readonly TimerEntry[]>('/timers', EVERY_MS);
  const [result, setResult] = useState<HandCall | null>(null);
  const { act, run } = useAct();
  const onRun = (timer: TimerEntry): void =>
    run(async () => {
      setResult(null);
      setResult(await send<HandCall>('/timers/run', { function: timer.function, trigger: timer.trigger }));
      asking.again();
      return `已运行 ${timer.function} 的 ${timer.trigger}`;
    });
  return (
    <>
      <header className="page-head">
        <h1>定时</h1>
      </header>
      <Shown asking={asking}>
        {(timers) =>
          timers.length === 0 ? (
            <Empty>没有定时触发器。写在云函数的 config.json 或 cloudbaserc.json 里，这里就会列出来。</Empty>
          ) : (
            <div className="table-frame" tabIndex={0} role="region" aria-label="定时触发器">
              <table className="stacked">
                <thead>
                  <tr>
                    <th scope="col">云函数</th>
                    <th scope="col">触发器</th>
                    <th scope="col">时间表</th>
                    <th scope="col">下一次</th>
                    <th scope="col">上一次</th>
                    <th scope="col" />
                  </tr>
                </thead>
                <tbody>
                  {timers.map((timer) => (
                    <tr key={`${timer.function} ${timer.trigger}`}>
                      <td className="head">{timer.function}</td>
                      <td>{timer.trigger}</td>
                      <td>
                        <code>{timer.config}</code>
                      </td>
                      <td data-about="下一次">
                        {timer.fault === null ? (
                          timer.nextRunAt === null ? (
                            '不会自己运行'
                          ) : (
                            timeOf(timer.nextRunAt)
                          )
                        ) : (
                          <span className="wants">{timer.fault}</span>
                        )}
                      </td>
                      <td data-about="上一次">{timer.lastRunAt === null ? '还没有' : timeOf(timer.lastRunAt)}</td>
                      <td>
                        <button type="button" disabled={act.at === 'sending'} onClick={() => onRun(timer)}>
                          现在运行
                        </button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Shown>
      <ActWords act={act} />
      {result !== null && <CallResult result={result} />}
    </>
  );
}
