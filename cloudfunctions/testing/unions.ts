import { UnionId } from '../../types/ids';
import type { UnionRecord } from '../member/records';

const names: Readonly<Record<string, string>> = {
  pudong: '浦东新区总工会',
  beicai: '北蔡镇总工会',
  weifang: '潍坊新村街道总工会',
  'beicai-builders': '北蔡建筑工会联合会',
};

const office = (id: string) => ({ unionId: UnionId.parse(id), name: names[id] ?? id });

const union = (
  id: string,
  level: UnionRecord['level'],
  above: readonly string[],
  serves: readonly string[],
): UnionRecord => ({
  _id: UnionId.parse(id),
  name: office(id).name,
  areaName: level === 'street' ? office(id).name.replace('总工会', '') : null,
  level,
  rank: Object.keys(names).indexOf(id),
  parentId: above[0] === undefined ? null : UnionId.parse(above[0]),
  offices: [id, ...above].map(office),
  serves: [...serves],
});

/** A district, two streets and a builders' federation: the smallest tree in which every rule of routing can win. */
export const aUnion = {
  tree: (): UnionRecord[] => [
    union('pudong', 'district', [], []),
    union('beicai', 'street', ['pudong'], ['area:beicai']),
    union('weifang', 'street', ['pudong'], ['area:weifang']),
    union('beicai-builders', 'federation', ['beicai', 'pudong'], ['industry:construction']),
  ],
  named: office,
};
