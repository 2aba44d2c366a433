import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { certificateView } from './certificate-view';
import { certificates } from './hours-records';
import { sumOf } from './hours-sum';
import { bookPage } from './hours-view';
import { readBook } from './reading-book';
import type { Handler } from './scene';
import { volunteers } from './volunteer-records';

const CERTIFICATES_SHOWN = 50;

export const listOwnHours: Handler<'listOwnHours'> = async ({ before }, { now, personId }) => {
  const [volunteer, entries, asked] = await Promise.all([
    volunteers.get(personId),
    readBook(personId),
    certificates.find({ personId }, { order: [['askedAt', 'desc']], limit: CERTIFICATES_SHOWN }),
  ]);
  if (volunteer === null) return refuse('not-a-volunteer');
  const year = shanghaiDay(now).slice(0, 4);
  const all = sumOf(entries);
  return agree({
    ...bookPage(entries, before),
    // A correction has the day of what it corrects, so both are in one year.
    thisYear: sumOf(entries.filter(({ day }) => day.startsWith(year))).minutes,
    total: all.minutes,
    mix: all.mix,
    certificates: asked.map(certificateView),
  });
};
