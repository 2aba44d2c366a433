import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CollectionDefinition } from '../cloudfunctions/runtime/collections';
import { collections } from '../cloudfunctions/runtime/collections';
import { root } from './places';

export const dataPageFile = path.join(root, 'docs', 'data.md');

/** docs/data.md, made from the table that the emulator and the provisioning use. */
export const dataPage = (): string =>
  [
    '# Data',
    '',
    'Made by `npx tsx scripts/data-page.ts` from `cloudfunctions/runtime/collections.ts`; a test sees that it is current.',
    'Every collection has one writer. Clients read none of them: permission ADMINONLY. Every query is served by an index below.',
    '',
    ...(collections as readonly CollectionDefinition[]).flatMap(section),
  ].join('\n');

const section = ({ name, writer, holds, id, indexes }: CollectionDefinition): string[] => [
  `## ${name}`,
  '',
  holds,
  '',
  `- written by \`${writer}\``,
  `- \`_id\`: ${id}`,
  '',
  '| index | fields | unique |',
  '|---|---|---|',
  ...indexes.map((index) => {
    const fields = index.keys.map(
      ([field, direction]) => `\`${field}\` ${direction === 1 ? '↑' : direction === -1 ? '↓' : direction}`,
    );
    return `| ${index.name} | ${fields.join(', ')} | ${index.unique === true ? 'yes' : ''} |`;
  }),
  '',
];

export const isDataPageCurrent = (): boolean => readFileSync(dataPageFile, 'utf8') === dataPage();

if (require.main === module) writeFileSync(dataPageFile, dataPage());
