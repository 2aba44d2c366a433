import type { UnionRecord } from '../../cloudfunctions/member/records';
import { employerKey } from '../../cloudfunctions/member/union-routing';
import { UnionId } from '../../types/ids';
import { UnionLevel } from '../../types/union';
import type { Line } from './table-file';
import { readTable } from './table-file';

/** Which occupations the federations of the seeds take in. */
const industryOf: Readonly<Record<string, readonly string[]>> = {
  wangyuechehangye: ['ride-hailing'],
  beicaijianzhu: ['construction'],
};

/** The tree of unions with, for each, the unions above it and whom it takes in. */
export function unionRecords(): UnionRecord[] {
  const lines = readTable('unions');
  const byName = new Map(lines.map((line) => [line('name'), line]));
  const officesOf = (line: Line): UnionRecord['offices'] => {
    const parent = byName.get(line('parent'));
    const own = { unionId: UnionId.parse(line('id')), name: line('name') };
    return parent === undefined ? [own] : [own, ...officesOf(parent)];
  };
  return lines.map((line, rank) => {
    const id = UnionId.parse(line('id'));
    const name = line('name');
    const level = UnionLevel.parse(line('level'));
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
