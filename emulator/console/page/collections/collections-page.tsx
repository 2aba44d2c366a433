import type { ListedCollection } from '../../api/collections';
import { usePolled } from '../asked';
import { Empty, Shown } from '../parts/shown';
import { hrefOf } from '../route';
import { countInWords } from '../words';
import { Documents } from './documents';
import { NewCollection } from './new-collection';

const EVERY_MS = 4_000;

/** All collections on the left, the documents of one beside them. */
export function CollectionsPage({ chosen }: { readonly chosen: string | null }) {
  const asking = usePolled<readonly ListedCollection[]>('/collections', EVERY_MS);
  return (
    <div className={chosen === null ? 'collections' : 'collections with-chosen'}>
      <section className="collection-list" aria-label="集合">
        <h1>集合</h1>
        <Shown asking={asking}>
          {(collections) =>
            collections.length === 0 ? (
              <Empty>还没有集合。在下面新建一个，或让云函数 createCollection。</Empty>
            ) : (
              <ul>
                {collections.map(({ name, count }) => (
                  <li key={name}>
                    <a href={hrefOf('collections', name)} aria-current={name === chosen ? 'true' : undefined}>
                      <span>{name}</span>
                      <small>{countInWords(count)}</small>
                    </a>
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
        <NewCollection onCreated={asking.again} />
      </section>
      {chosen === null ? (
        <section className="nothing-chosen">
          <Empty>选一个集合，看它的文档。</Empty>
        </section>
      ) : (
        <Documents key={chosen} collection={chosen} onChanged={asking.again} />
      )}
    </div>
  );
}
