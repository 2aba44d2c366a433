import type { ListedCollection, ListedIndex } from '../../api/collections';
import { Empty } from '../parts/shown';

export function IndexTable({ collections }: { readonly collections: readonly ListedCollection[] }) {
  if (collections.length === 0) return <Empty>还没有集合。</Empty>;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="索引">
      <table className="stacked">
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
                <td className="head">{name}</td>
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
