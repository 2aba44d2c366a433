import { useCallback, useEffect, useState } from 'react';
import type { WholeDocument } from '../../api/documents';
import { pretty } from '../../notation/pretty';
import { send } from '../ask';
import { useQuestion } from '../asked';
import { useAct } from '../parts/act';
import { ActWords } from '../parts/act-words';
import { AskedTwice } from '../parts/asked-twice';
import { CopyButton } from '../parts/copy-button';
import { JsonEditor } from '../parts/json-editor';
import { Shown } from '../parts/shown';

type Doing = {
  readonly collection: string;
  readonly id: string;
  readonly onUnsaved: (isUnsaved: boolean) => void;
  readonly onSaved: () => void;
  readonly onRemoved: () => void;
};

/** One document, to be read, changed or removed. Read anew when opened: the list may be old. */
export function OpenDocument(doing: Doing) {
  const { collection, id } = doing;
  const asking = useQuestion(
    useCallback(() => send<WholeDocument>('/documents/one', { collection, id }), [collection, id]),
    null,
  );
  return (
    <div className="open-document">
      <Shown asking={asking}>
        {(document) => <DocumentEditor key={document.text} {...doing} text={document.text} onReload={asking.again} />}
      </Shown>
    </div>
  );
}

function DocumentEditor({
  collection,
  id,
  text,
  onUnsaved,
  onSaved,
  onRemoved,
  onReload,
}: Doing & { readonly text: string; readonly onReload: () => void }) {
  const [before, setBefore] = useState(text);
  const [shown, setShown] = useState(() => pretty(text));
  const [typed, setTyped] = useState(shown);
  const [round, setRound] = useState(0);
  const { act, run, forget } = useAct();
  const isChanged = typed !== shown;
  useEffect(() => onUnsaved(isChanged), [isChanged, onUnsaved]);
  useEffect(() => () => onUnsaved(false), [onUnsaved]);

  const onSave = (): void =>
    run(async () => {
      const saved = await send<WholeDocument>('/documents/replace', { collection, id, before, typed });
      const next = pretty(saved.text);
      setBefore(saved.text);
      setShown(next);
      setTyped(next);
      setRound((last) => last + 1);
      onSaved();
      return '已保存';
    });
  const onRemove = (): void =>
    run(async () => {
      await send('/documents/remove', { collection, id });
      onRemoved();
      return undefined;
    });

  return (
    <>
      <JsonEditor
        key={round}
        label="文档内容"
        initial={shown}
        onChange={(next) => {
          setTyped(next);
          if (act.at === 'done') forget();
        }}
        onSave={onSave}
      />
      <div className="actions">
        <button type="button" className="primary" disabled={!isChanged || act.at === 'sending'} onClick={onSave}>
          保存修改
        </button>
        <button
          type="button"
          disabled={!isChanged}
          onClick={() => {
            setTyped(shown);
            setRound((last) => last + 1);
            forget();
            onReload();
          }}
        >
          放弃修改
        </button>
        <CopyButton text={shown} />
        <span className="grow" />
        <AskedTwice label="删除文档" question="删除这份文档？" confirm="删除" onConfirm={onRemove} />
      </div>
      <ActWords act={act} />
    </>
  );
}
