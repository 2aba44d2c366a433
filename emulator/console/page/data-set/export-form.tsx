import { useState } from 'react';
import type { ListedCollection } from '../../api/collections';
import { addressOf } from '../ask';
import type { Asking } from '../asked';
import { Empty, Shown } from '../parts/shown';
import { countInWords } from '../words';

/** The browser saves the file while it comes; nothing of it is held by the page. */
export function ExportForm({ asking }: { readonly asking: Asking<readonly ListedCollection[]> }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const onTick = (name: string, isTicked: boolean): void => {
    const next = new Set(left);
    if (isTicked) next.delete(name);
    else next.add(name);
    setLeft(next);
  };
  return (
    <section>
      <h2>导出</h2>
      <p className="quiet">一个文件，每行一份文档，类型和索引都在里面；云存储的文件不在里面。</p>
      <Shown asking={asking}>
        {(collections) => {
          const chosen = collections.filter(({ name }) => !left.has(name));
          const documents = chosen.reduce((sum, { count }) => sum + count, 0);
          const query = chosen.map(({ name }) => `collection=${encodeURIComponent(name)}`).join('&');
          if (collections.length === 0) return <Empty>还没有集合可以导出。</Empty>;
          return (
            <>
              <fieldset className="ticks">
                <legend>集合</legend>
                {collections.map(({ name, count }) => (
                  <label key={name} className="check">
                    <input
                      type="checkbox"
                      checked={!left.has(name)}
                      onChange={(event) => onTick(name, event.target.checked)}
                    />
                    {name} <small>{countInWords(count)}</small>
                  </label>
                ))}
              </fieldset>
              {chosen.length === 0 ? (
                <p className="quiet">请至少选一个集合。</p>
              ) : (
                <a className="button primary" href={addressOf(`/export?${query}`)} download>
                  导出 {countInWords(documents)} 份文档
                </a>
              )}
            </>
          );
        }}
      </Shown>
    </section>
  );
}
