import { useState } from 'react';
import type { ListedCollection, ListedIndex } from '../api/collections';
import type { ShapeEntry, Warning } from '../../journal/journal';
import { send } from './ask';
import { useAsked, usePolled } from './asked';
import { Empty, Shown } from './parts/shown';
import { hrefOf } from './route';
import { countInWords, millisecondsInWords, timeOf } from './words';

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
        <span className="grow" />
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
        <Shown asking={collections}>
          {(all) => <IndexTable collections={all.filter(({ name }) => (chosen ?? name) === name)} />}
        </Shown>
      </section>
    </>
  );
}

function ShapeTable({ shapes }: { readonly shapes: readonly ShapeEntry[] }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="查询">
      <table>
        <thead>
          <tr>
            <th scope="col">集合</th>
            <th scope="col">条件和排序</th>
            <th scope="col">索引</th>
            <th scope="col" className="number">
              最慢
            </th>
            <th scope="col" className="number">
              平均
            </th>
            <th scope="col" className="number">
              次数
            </th>
            <th scope="col" className="number">
              读过 / 回答
            </th>
            <th scope="col">云函数</th>
          </tr>
        </thead>
        <tbody>
          {shapes.map((entry, place) => (
            <tr key={place}>
              <td>{entry.collection}</td>
              <td className="wide">
                <code>{entry.shape === '' ? '（无条件）' : entry.shape}</code>
                <small>{entry.action.replace('database.', '')}</small>
              </td>
              <td>
                {entry.wants === null ? (
                  <code>{entry.index ?? '顺序读取'}</code>
                ) : (
                  <span className="wants">
                    缺索引 <code>({entry.wants})</code>
                  </span>
                )}
              </td>
              <td className="number">{millisecondsInWords(entry.slowestMs)}</td>
              <td className="number">{millisecondsInWords(entry.ms / entry.times)}</td>
              <td className="number">{countInWords(entry.times)}</td>
              <td className="number">
                {countInWords(entry.examined)} / {countInWords(entry.answered)}
              </td>
              <td>{entry.function ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function IndexTable({ collections }: { readonly collections: readonly ListedCollection[] }) {
  if (collections.length === 0) return <Empty>还没有集合。</Empty>;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="索引">
      <table>
        <thead>
          <tr>
            <th scope="col">集合</th>
            <th scope="col">索引</th>
            <th scope="col">字段</th>
            <th scope="col">唯一</th>
          </tr>
        </thead>
        <tbody>
          {collections.flatMap(({ name, indexes }) =>
            [{ name: '_id_', keys: [['_id', 1]], isUnique: true } satisfies ListedIndex, ...indexes].map((index) => (
              <tr key={`${name} ${index.name}`}>
                <td>{name}</td>
                <td>
                  <code>{index.name}</code>
                </td>
                <td>
                  <code>{index.keys.map(([field, direction]) => `${field} ${direction}`).join(', ')}</code>
                </td>
                <td>{index.isUnique ? '唯一' : ''}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
