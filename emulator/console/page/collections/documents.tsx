import { useCallback, useState } from 'react';
import type { DocumentsPage } from '../../api/find';
import { send } from '../ask';
import { useQuestion } from '../asked';
import { useAct } from '../parts/act';
import { ActWords } from '../parts/act-words';
import { AskedTwice } from '../parts/asked-twice';
import { Shown } from '../parts/shown';
import { hrefOf } from '../route';
import { countInWords } from '../words';
import { DocumentList } from './document-list';
import { NewDocument } from './new-document';
import { SearchForm } from './search-form';
import type { Searched } from './search-form';

const ON_A_PAGE = 20;

/** The documents of one collection: look for some, page through them, add one, remove all. */
export function Documents({ collection, onChanged }: { readonly collection: string; readonly onChanged: () => void }) {
  const [searched, setSearched] = useState<Searched>({ search: '', sort: '' });
  const [offset, setOffset] = useState(0);
  const [isAdding, setAdding] = useState(false);
  const { act, run } = useAct();
  const asking = useQuestion(
    useCallback(
      () => send<DocumentsPage>('/documents/find', { collection, ...searched, offset, limit: ON_A_PAGE }),
      [collection, searched, offset],
    ),
    null,
  );
  const refresh = (): void => {
    asking.again();
    onChanged();
  };
  const onClear = (): void =>
    run(async () => {
      await send('/collections/clear', { name: collection });
      setOffset(0);
      refresh();
      return '集合已清空';
    });

  return (
    <section className="documents" aria-label={`集合 ${collection} 的文档`}>
      <header>
        <a className="back" href={hrefOf('collections')}>
          全部集合
        </a>
        <h2>{collection}</h2>
        <a href={hrefOf('queries', collection)}>索引与查询</a>
        <span className="grow breaks" />
        <button type="button" className="primary" onClick={() => setAdding(true)} disabled={isAdding}>
          新建文档
        </button>
        <AskedTwice
          label="清空集合"
          question={`删除 ${collection} 的全部文档？`}
          confirm="全部删除"
          onConfirm={onClear}
          isDisabled={act.at === 'sending'}
        />
      </header>
      <ActWords act={act} />
      <SearchForm
        onSearch={(next) => {
          setOffset(0);
          setSearched(next);
          // Asked again even if nothing was changed: whoever presses the button wants to see what is there now.
          if (next.search === searched.search && next.sort === searched.sort) asking.again();
        }}
      />
      {isAdding && (
        <NewDocument
          collection={collection}
          onDone={() => {
            setAdding(false);
            refresh();
          }}
          onGiveUp={() => setAdding(false)}
        />
      )}
      <Shown asking={asking}>
        {(page) => (
          <>
            <Pager page={page} offset={offset} onTurn={setOffset} />
            <DocumentList
              collection={collection}
              documents={page.documents}
              isSearching={searched.search.trim() !== ''}
              onChanged={refresh}
            />
          </>
        )}
      </Shown>
    </section>
  );
}

function Pager({
  page: { documents, total, isTotalExact },
  offset,
  onTurn,
}: {
  readonly page: DocumentsPage;
  readonly offset: number;
  readonly onTurn: (offset: number) => void;
}) {
  const end = offset + documents.length;
  const all = isTotalExact ? `共 ${countInWords(total)} 份` : `${countInWords(total)} 份以上`;
  return (
    <div className="pager">
      <span role="status">
        {documents.length === 0 ? all : `第 ${countInWords(offset + 1)}–${countInWords(end)} 份，${all}`}
      </span>
      <button type="button" disabled={offset === 0} onClick={() => onTurn(Math.max(0, offset - ON_A_PAGE))}>
        上一页
      </button>
      <button type="button" disabled={isTotalExact && end >= total} onClick={() => onTurn(offset + ON_A_PAGE)}>
        下一页
      </button>
    </div>
  );
}
