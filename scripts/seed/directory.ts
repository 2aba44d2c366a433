import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { StationRecord } from '../../cloudfunctions/station/records';
import type { UnionRecord } from '../../cloudfunctions/member/records';
import { employerKey } from '../../cloudfunctions/member/union-routing';
import { StationId, UnionId } from '../../types/ids';
import { UnionLevel } from '../../types/union';
import { root } from '../places';

type Line = Readonly<Record<string, string>>;

const read = (name: string): readonly Line[] =>
  parse(readFileSync(path.join(root, 'data', `${name}.csv`)), { columns: true, bom: true });

/** Which occupations the federations of the seeds take in. */
const industryOf: Readonly<Record<string, readonly string[]>> = {
  wangyuechehangye: ['ride-hailing'],
  beicaijianzhu: ['construction'],
};

/** The tree of unions with, for each, the unions above it and whom it takes in. */
export function unionRecords(): UnionRecord[] {
  const lines = read('unions');
  const byName = new Map(lines.map((line) => [line['name'] ?? '', line]));
  const officesOf = (line: Line): UnionRecord['offices'] => {
    const parent = byName.get(line['parent'] ?? '');
    const own = { unionId: UnionId.parse(line['id']), name: line['name'] ?? '' };
    return parent === undefined ? [own] : [own, ...officesOf(parent)];
  };
  return lines.map((line, rank) => {
    const id = UnionId.parse(line['id']);
    const name = line['name'] ?? '';
    const level = UnionLevel.parse(line['level']);
    const [, parent] = officesOf(line);
    return {
      _id: id,
      name,
      areaName: level === 'street' ? name.replace(/总工会$/, '') : null,
      level,
      rank,
      parentId: parent?.unionId ?? null,
      offices: officesOf(line),
      serves: [
        ...(level === 'street' ? [`area:${id}`] : []),
        ...(level === 'grassroots' ? [`employer-name:${employerKey(name)}`] : []),
        ...(industryOf[id] ?? []).map((occupation) => `industry:${occupation}`),
      ],
    };
  });
}

/** The stations that the seeds name. Their places were put by hand: shown as demonstration data. */
export const stationRecords = (): StationRecord[] =>
  read('stations').map((line) => {
    const text = (column: string): string => line[column] ?? '';
    const hasPlace = text('lng') !== '' && text('lat') !== '';
    return {
      _id: StationId.parse(text('id')),
      name: text('name'),
      tier: Number(text('tier')),
      category: text('category'),
      signNo: text('sign_no') === '' ? null : text('sign_no'),
      street: text('street'),
      address: text('address'),
      place: hasPlace ? { type: 'Point', coordinates: [Number(text('lng')), Number(text('lat'))] } : null,
      listKey: `${text('tier')}:${text('name')}`,
    };
  });
