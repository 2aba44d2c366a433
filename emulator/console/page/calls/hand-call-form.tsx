import { useState } from 'react';
import type { HandCall } from '../../api/calls';
import { send } from '../ask';
import { useAct } from '../parts/act';
import { ActWords } from '../parts/act-words';
import { JsonEditor } from '../parts/json-editor';
import type { State } from '../state';
import { CallResult } from './call-result';
import { rememberCaller, rememberedCaller } from './remembered-caller';

const BEGINNING = '{\n  \n}';

/** Calls a function as somebody with an event that was typed. */
export function HandCallForm({ state, onCalled }: { readonly state: State; readonly onCalled: () => void }) {
  const [name, setName] = useState(state.functions[0] ?? '');
  const [caller, setCaller] = useState(() => rememberedCaller(state));
  const [openid, setOpenid] = useState('');
  const [event, setEvent] = useState(BEGINNING);
  const [result, setResult] = useState<HandCall | null>(null);
  const { act, run } = useAct();
  const who = caller === 'openid' ? `openid:${openid.trim()}` : caller;
  const onCall = (): void =>
    run(async () => {
      setResult(null);
      setResult(await send<HandCall>('/calls/call', { function: name.trim(), as: who, event }));
      onCalled();
      return undefined;
    });

  return (
    <section className="hand-call">
      <h2>手动调用</h2>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          onCall();
        }}
      >
        <div className="fields">
          <label>
            云函数
            <input
              list="functions"
              value={name}
              onChange={(changed) => setName(changed.target.value)}
              spellCheck={false}
            />
            <datalist id="functions">
              {state.functions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </label>
          <label>
            身份
            <select
              value={caller}
              onChange={(changed) => {
                setCaller(changed.target.value);
                rememberCaller(changed.target.value);
              }}
            >
              <option value="anonymous">网页匿名访客</option>
              <option value="console">控制台</option>
              {state.personas.map(({ id, name: persona, about }) => (
                <option key={id} value={`persona:${id}`}>
                  {persona}（{about}）
                </option>
              ))}
              <option value="openid">任意 openid……</option>
            </select>
          </label>
          {caller === 'openid' && (
            <label>
              openid
              <input value={openid} onChange={(changed) => setOpenid(changed.target.value)} spellCheck={false} />
            </label>
          )}
          <button
            type="submit"
            className="primary"
            disabled={act.at === 'sending' || name.trim() === '' || (caller === 'openid' && openid.trim() === '')}
          >
            {act.at === 'sending' ? '正在调用……' : '调用'}
          </button>
        </div>
        <div className="event">
          <span className="label">event，写成 JSON，引号可以省</span>
          <JsonEditor label="event" initial={BEGINNING} onChange={setEvent} />
        </div>
      </form>
      <ActWords act={act} />
      {result !== null && <CallResult result={result} />}
    </section>
  );
}
