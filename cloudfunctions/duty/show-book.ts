import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { recordLook } from '../review/ledger';
import { certificateView } from './certificate-view';
import { certificates } from './hours-records';
import { sumOf } from './hours-sum';
import { bookPage } from './hours-view';
import { readBook, volunteerNumbered } from './reading-book';
import type { Handler } from './scene';
import { HEADS } from './scene';

/** So many certificates of one person are shown. */
const CERTIFICATES_SHOWN = 20;

export const showBook: Handler<'showBook'> = async ({ number, before }, { now, personId, standing }) => {
  const volunteer = await volunteerNumbered(number);
  if (volunteer === null) return refuse('volunteer-not-found');
  if (!standing.covers(volunteer.scope, HEADS)) return refuse('outside-your-unions');
  const { _id: subjectId, name, scope, stationName } = volunteer;
  await recordLook(
    {
      subjectId,
      at: now,
      actorId: personId,
      office: standing.officeFor(scope, HEADS),
      act: 'view',
      about: stationName,
      purpose: null,
    },
    // All pages of one day are one look.
    `book:${subjectId}:${personId}:${shanghaiDay(now)}`,
  );
  const [entries, papers] = await Promise.all([
    readBook(subjectId),
    before === null
      ? certificates.find({ personId: subjectId }, { order: [['askedAt', 'desc']], limit: CERTIFICATES_SHOWN })
      : [],
  ]);
  const { minutes, mix } = sumOf(entries);
  const shown = papers.filter(({ state }) => state === 'issued' || state === 'revoked').map(certificateView);
  return agree({ name, ...bookPage(entries, before), total: minutes, mix, certificates: shown });
};
