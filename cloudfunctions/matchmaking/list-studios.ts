import { agree } from '../../types/result';
import { guestFacts } from '../member/standing';
import type { Handler } from './scene';
import { studioView } from './studio-view';
import type { Studio } from './studio-records';
import { studios } from './studio-records';

/** More than there are streets in a district. */
const MOST = 500;

/** The studio of one's own union first, then those of the unions above it, then the others as they are named. */
export const listStudios: Handler<'listStudios'> = async (_nothing, { personId }) => {
  const [found, guest] = await Promise.all([
    studios.find({ makeAt: { from: 0 } }, { limit: MOST }),
    personId === null ? null : guestFacts(personId),
  ]);
  const unions = guest?.unions ?? [];
  const rank = ({ _id }: Studio): number => (unions.includes(_id) ? unions.indexOf(_id) : unions.length);
  const ordered = [...found].sort(
    (one, other) => rank(one) - rank(other) || one.form.name.localeCompare(other.form.name, 'zh-Hans-CN'),
  );
  return agree({ studios: ordered.map(studioView) });
};
