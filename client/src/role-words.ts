import type { Role } from '@contract/contract';

export const roleWords = {
  clerk: '工会干事',
  administrator: '管理员',
  'station-head': '站长',
  volunteer: '志愿者',
  matchmaker: '红娘',
} as const satisfies Record<Role, string>;
