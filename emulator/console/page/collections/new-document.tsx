import { useState } from 'react';
import { send } from '../ask';
import { useAct } from '../parts/act';
import { ActWords } from '../parts/act-words';
import { JsonEditor } from '../parts/json-editor';

const BEGINNING = '{\n  \n}';

export function NewDocument({
  collection,
  onDone,
  onGiveUp,
}: {
  readonly collection: string;
  readonly onDone: () => void;
  readonly onGiveUp: () => void;
}) {
  const [typed, setTyped] = useState(BEGINNING);
  const { act, run } = useAct();
  const onInsert = (): void =>
    run(async () => {
      await send('/documents/insert', { collection, typed });
      onDone();
      return undefined;
    });
  return (
    <div className="open-document new-document">
      <h3>新建文档</h3>
      <p className="quiet">
        5 存成整数，5.0 存成小数；时间写 ISODate("2024-03-01T09:00:00+08:00")，长整数写 NumberLong("5")。不写 _id
        就自动生成。
      </p>
      <JsonEditor label="新文档的内容" initial={BEGINNING} onChange={setTyped} onSave={onInsert} />
      <div className="actions">
        <button type="button" className="primary" disabled={act.at === 'sending'} onClick={onInsert}>
          存入文档
        </button>
        <button type="button" onClick={onGiveUp}>
          不建了
        </button>
      </div>
      <ActWords act={act} />
    </div>
  );
}
