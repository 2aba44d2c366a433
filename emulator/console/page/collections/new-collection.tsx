import { useState } from 'react';
import { send } from '../ask';
import { useAct } from '../parts/act';
import { ActWords } from '../parts/act-words';
import { hrefOf } from '../route';

export function NewCollection({ onCreated }: { readonly onCreated: () => void }) {
  const [name, setName] = useState('');
  const { act, run } = useAct();
  const onCreate = (): void =>
    run(async () => {
      await send('/collections/create', { name: name.trim() });
      setName('');
      onCreated();
      window.location.hash = hrefOf('collections', name.trim());
      return undefined;
    });
  return (
    <form
      className="new-collection"
      onSubmit={(event) => {
        event.preventDefault();
        onCreate();
      }}
    >
      <label>
        新集合的名称
        <input value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" spellCheck={false} />
      </label>
      <button type="submit" disabled={name.trim() === '' || act.at === 'sending'}>
        新建集合
      </button>
      <ActWords act={act} />
    </form>
  );
}
