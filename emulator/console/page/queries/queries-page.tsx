import { useState } from 'react';
import type { ListedCollection } from '../../api/collections';
import type { ShapeEntry, Warning } from '../../../journal/journal';
import { send } from '../ask';
import { useAsked, usePolled } from '../asked';
import { Empty, Shown } from '../parts/shown';
import { hrefOf } from '../route';
import { timeOf } from '../words';
import { IndexTable } from './index-table';
import { ShapeTable } from './shape-table';

const EVERY_MS = 2_000;

type Queries = { readonly shapes: readonly ShapeEntry[]; readonly warnings: readonly Warning[] };

/** What was asked of the database, by its shape, and which index each wants; the indexes there are. */
export function QueriesPage({ chosen }: { readonly chosen: string | null }) {
  const queries = usePolled<Queries>('/queries', EVERY_MS);
  const collections = useAsked<readonly ListedCollection[]>('/collections');
  const [isWantingOnly, setWantingOnly] = useState(false);
  const onForget = (): void => void send('/journal/clear').then(queries.again);
  return (
    <>
      <header className="page-head">
        <h1>索引与慢查询</h1>
        {chosen !== null && (
          <p>
            只看集合 <strong>{chosen}</strong>，<a href={hrefOf('queries')}>看全部</a>
          </p>
        )}
        <span className="grow breaks" />
        <label className="check">
          <input type="checkbox" checked={isWantingOnly} onChange={(event) => setWantingOnly(event.target.checked)} />
          只看缺索引的
        </label>
        <button type="button" onClick={onForget}>
          清空记录
        </button>
      </header>
      <section>
        <h2>查询</h2>
        <Shown asking={queries}>
          {({ shapes }) => {
            const shown = shapes
              .filter(
                ({ collection, wants }) => (chosen ?? collection) === collection && (wants !== null || !isWantingOnly),
              )
              .sort((one, other) => other.slowestMs - one.slowestMs);
            return shown.length === 0 ? (
              <Empty>
                {isWantingOnly ? '没有缺索引的查询。' : '还没有查询。调用一次云函数，它问数据库的话会列在这里。'}
              </Empty>
            ) : (
              <ShapeTable shapes={shown} />
            );
          }}
        </Shown>
      </section>
      <section>
        <h2>提醒</h2>
        <Shown asking={queries}>
          {({ warnings }) =>
            warnings.length === 0 ? (
              <Empty>没有提醒。</Empty>
            ) : (
              <ul className="plain-list">
                {warnings.map(({ at, function: asker, text }, place) => (
                  <li key={place}>
                    <time>{timeOf(at)}</time> {asker !== null && <code>{asker}</code>} {text}
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </section>
      <section>
        <h2>索引</h2>
        <p className="quiet">索引写在项目的 database.json（或 --collections 的文件）里，重新启动后建立。</p>
        <Shown asking={collections}>
          {(all) => <IndexTable collections={all.filter(({ name }) => (chosen ?? name) === name)} />}
        </Shown>
      </section>
    </>
  );
}
