import { useState } from 'react';
import type { ListedDocument } from '../../api/find';
import { oneLine, summary } from '../../notation/pretty';
import { Empty } from '../parts/shown';
import { bytesInWords } from '../words';
import { OpenDocument } from './open-document';

export function DocumentList({
  collection,
  documents,
  isSearching,
  onChanged,
}: {
  readonly collection: string;
  readonly documents: readonly ListedDocument[];
  readonly isSearching: boolean;
  readonly onChanged: () => void;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const [isUnsaved, setUnsaved] = useState(false);
  if (documents.length === 0) {
    return (
      <Empty>{isSearching ? '没有符合条件的文档。' : '这个集合是空的，可以新建文档，或在“导入导出”里导入。'}</Empty>
    );
  }
  return (
    <ul className="document-list">
      {documents.map(({ id, text, bytes }) => (
        <li key={id} className={id === open ? 'open' : undefined}>
          <button
            type="button"
            className="row"
            aria-expanded={id === open}
            // What was typed and not kept must not be lost by opening another.
            disabled={isUnsaved && id !== open}
            onClick={() => {
              if (!isUnsaved) setOpen(id === open ? null : id);
            }}
          >
            <code className="id">{oneLine(id).replace(/^"(.*)"$/, '$1')}</code>
            <code className="summary">{text === null ? `较大的文档，${bytesInWords(bytes)}` : summary(text)}</code>
          </button>
          {id === open && (
            <OpenDocument
              collection={collection}
              id={id}
              onUnsaved={setUnsaved}
              onSaved={onChanged}
              onRemoved={() => {
                setUnsaved(false);
                setOpen(null);
                onChanged();
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
