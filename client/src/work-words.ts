import type { Occupation, WorkRelation } from '@contract/occupation';
import { occupations } from '@contract/occupation';

export const occupationName = (code: Occupation): string =>
  occupations.find((occupation) => occupation.code === code)?.name ?? code;

/** How one stands with the platform or the firm, as one would say it. */
export const workRelationNames = {
  employed: '与单位签了劳动合同',
  'platform-managed': '由平台或合作单位派单管理',
  'self-employed': '自己接单，自由安排',
} as const satisfies Record<WorkRelation, string>;

export const isWorkRelation = (text: string): text is WorkRelation => text in workRelationNames;
