import type { ReactNode } from 'react';
import { CallsPage } from './calls/calls-page';
import { CollectionsPage } from './collections/collections-page';
import { DataSetPage } from './data-set/data-set-page';
import { FilesPage } from './files/files-page';
import { OutboxPage } from './outbox-page';
import { PersonasPage } from './personas-page';
import { QueriesPage } from './queries/queries-page';
import type { Route } from './route';
import { hrefOf, useRoute } from './route';
import type { State } from './state';
import { useCloudState } from './state';
import { TimersPage } from './timers-page';

const sections: readonly (readonly [section: string, name: string])[] = [
  ['collections', '集合与文档'],
  ['queries', '索引与慢查询'],
  ['calls', '调用'],
  ['timers', '定时'],
  ['personas', '身份'],
  ['outbox', '发件箱'],
  ['files', '文件'],
  ['data-set', '导入导出'],
];

/** The whole page: where one can go on the left, what one went to beside it. */
export function App() {
  const route = useRoute();
  const { state, trouble } = useCloudState();
  const shown = sections.some(([section]) => section === route.section) ? route.section : 'collections';
  return (
    <div className="frame">
      <a className="skip" href="#main">
        跳到内容
      </a>
      <header className="side">
        <div className="brand">
          <strong>本地云</strong>
          {state !== null && <small>{inWords(state)}</small>}
        </div>
        <nav aria-label="页面">
          {sections.map(([section, name]) => (
            <a
              key={section}
              href={hrefOf(section)}
              aria-current={section === shown ? 'page' : undefined}
              ref={section === shown ? intoView : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {trouble !== null && (
          <p className="banner" role="status">
            {trouble}。页面会自己再试。
          </p>
        )}
        <Section section={shown} route={route} state={state} />
      </main>
    </div>
  );
}

function Section({
  section,
  route,
  state,
}: {
  readonly section: string;
  readonly route: Route;
  readonly state: State | null;
}): ReactNode {
  const pages: Readonly<Record<string, () => ReactNode>> = {
    collections: () => <CollectionsPage chosen={section === route.section ? route.about : null} />,
    queries: () => <QueriesPage chosen={route.about} />,
    calls: () => <CallsPage state={state} />,
    timers: () => <TimersPage />,
    personas: () => <PersonasPage state={state} />,
    outbox: () => <OutboxPage />,
    files: () => <FilesPage />,
    'data-set': () => <DataSetPage />,
  };
  return pages[section]?.() ?? null;
}

/** On a phone the sections are a strip wider than the screen. */
const intoView = (link: HTMLAnchorElement | null): void => link?.scrollIntoView({ block: 'nearest', inline: 'center' });

const inWords = ({ dataFile, isStrict }: State): string =>
  `${dataFile === ':memory:' ? '数据只在内存里' : dataFile.slice(dataFile.lastIndexOf('/') + 1)}${isStrict ? ' · 严格模式' : ''}`;
