import { pledgeVersion } from '../../types/match-kind';
import { agree, refuse } from '../../types/result';
import type { ShanghaiDay } from '../../types/time';
import { addDays, shanghaiDay } from '../../types/time';
import type { Standing } from '../member/standing';
import type { Handler } from './scene';
import { pledges } from './studio-records';

/** A year, the day of signing in it. */
const STANDS_DAYS = 365;

/** Signed anew it stands for a year from then: the old one is replaced. */
export const signPledge: Handler<'signPledge'> = async ({ version }, { now, standing }) => {
  if (version !== pledgeVersion) return refuse('pledge-changed');
  const until = lastDayOf(standing, addDays(shanghaiDay(now), STANDS_DAYS - 1));
  const pledge = { _id: standing.personId, version, at: now, until };
  if ((await pledges.insert(pledge)) === 'duplicate')
    await pledges.update({ _id: pledge._id }, { set: { version, at: now, until } });
  return agree({ until });
};

/** No longer than the role: of several the one that ends last, as each ends by itself. */
const lastDayOf = ({ roles }: Standing, latest: ShanghaiDay): ShanghaiDay => {
  const ends = roles.filter(({ role }) => role === 'matchmaker').map(({ until }) => until);
  const end = ends.sort().at(-1) ?? latest;
  return end < latest ? end : latest;
};
