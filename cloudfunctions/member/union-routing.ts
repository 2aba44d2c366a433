import type { RoutingRule, UnionChoice } from '../../types/union';
import type { UnionRecord } from './records';

/** What somebody stated about work and home: all that routing looks at. */
export type WorkStatement = {
  readonly occupation: string;
  readonly employerName: string | null;
  readonly employerCode: string | null;
  readonly workAreaId: string;
  readonly homeAreaId: string | null;
};

export type Route = { readonly recommended: UnionChoice; readonly others: readonly UnionChoice[] };

/**
 * The keys under which the unions that could take somebody in are found: one query, however large the tree.
 */
export function routingKeys(work: WorkStatement): string[] {
  return [
    ...(work.employerCode === null ? [] : [`employer:${work.employerCode}`]),
    ...(work.employerName === null ? [] : [`employer-name:${employerKey(work.employerName)}`]),
    `industry:${work.occupation}`,
    `area:${work.workAreaId}`,
    ...(work.homeAreaId === null ? [] : [`area:${work.homeAreaId}`]),
  ];
}

/**
 * Which union is mine: the employer's own union, else the industry's federation where one works, else the street of
 * work, else the street of home, else the district (工会法 Art. 11; 会员会籍管理办法 Art. 5; domain.md D.1).
 *
 * @param candidates unions found by `routingKeys`
 * @returns null when the area of work is no area of ours
 */
export function route(candidates: readonly UnionRecord[], work: WorkStatement): Route | null {
  const area = candidates.find((union) => union.serves.includes(`area:${work.workAreaId}`));
  const top = area?.offices[area.offices.length - 1];
  if (area === undefined || top === undefined) return null;
  const serving = (key: string): UnionRecord[] => candidates.filter((union) => union.serves.includes(key));
  const worksBelow = (union: UnionRecord): boolean => area.offices.some((office) => office.unionId === union.parentId);
  const choices = [
    ...(work.employerCode === null ? [] : serving(`employer:${work.employerCode}`)).map(as('employer')),
    ...(work.employerName === null ? [] : serving(`employer-name:${employerKey(work.employerName)}`)).map(
      as('employer'),
    ),
    ...serving(`industry:${work.occupation}`).filter(worksBelow).sort(nearestFirst).map(as('industry')),
    as('work-area')(area),
    ...(work.homeAreaId === null ? [] : serving(`area:${work.homeAreaId}`)).map(as('home-area')),
    { unionId: top.unionId, name: top.name, level: 'district', rule: 'district' } as const,
  ];
  const [recommended, ...others] = choices.filter(
    (choice, place) => choices.findIndex((earlier) => earlier.unionId === choice.unionId) === place,
  );
  return recommended === undefined ? null : { recommended, others };
}

const as =
  (rule: RoutingRule) =>
  (union: UnionRecord): UnionChoice => ({ unionId: union._id, name: union.name, level: union.level, rule });

/** A federation of the town knows its people better than one of the district: the longer way up is the nearer one. */
const nearestFirst = (one: UnionRecord, other: UnionRecord): number => other.offices.length - one.offices.length;

/** A firm's name without its city and its legal form: 上海浦发能源有限公司 and 浦发能源 are one employer. */
export const employerKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(上海市|上海)/, '')
    .replace(/(工会委员会|工会)$/, '')
    .replace(/(有限责任公司|股份有限公司|有限公司|公司)$/, '');
