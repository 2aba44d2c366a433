import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { benchProfile } from './bench-person';
import { mayMeet } from './fits';
import { writeActs } from './looking';
import { pairMarks } from './pair-marks';
import type { PoolPerson } from './pool';
import { readPool, rowOf } from './pool';
import { consentsTo } from './profile-records';
import { proposable } from './proposable';
import type { Handler } from './scene';
import { studios } from './studio-records';
import { foremost, reasonsFor } from './suggesting';
import { turnOf } from './turn';

/**
 * A rule of ours and nothing else: it reads what people stated, says why, and learns nothing from what anybody
 * answered. Pairs that are not to be proposed are left out without a word; the question for them is asked whoever they
 * are, and of everybody at once.
 */
export const suggest: Handler<'suggest'> = async ({ profileId }, { now, standing }) => {
  const found = await benchProfile(standing, profileId, now);
  if (!found.ok) return found;
  const { studioId } = found.value;
  const [studio, pool] = await Promise.all([studios.get(studioId), readPool(studioId, standing.personId, now)]);
  const about = pool.find(({ profile }) => profile.profileId === profileId);
  // Whoever left their union is in the pool no more.
  if (studio === null || about === undefined) return refuse('person-not-found');
  if (!consentsTo(about.profile, 'suggestions')) return refuse('suggestions-off');

  const mayBeShown = ({ profile }: PoolPerson): boolean =>
    consentsTo(profile, 'suggestions') && proposable(profile, studio, now) === null;
  const others = mayBeShown(about)
    ? pool
        .filter((person) => person.profile._id !== about.profile._id && mayBeShown(person))
        .filter((person) => mayMeet(fittingOf(about), fittingOf(person)))
    : [];
  const marked = await pairMarks(
    about.profile._id,
    others.map(({ profile }) => profile._id),
    now,
  );
  const day = shanghaiDay(now);
  const best = foremost(
    others
      .filter(({ profile }) => !marked.has(profile._id))
      .map((person) => ({
        person,
        reasons: reasonsFor(about.card, person.card),
        turn: turnOf(person.profile, day),
      })),
  );
  const looker = { name: standing.name, studioName: studio.form.name };
  const shown = best.map(({ person }) => person.profile._id);
  await writeActs(new Map([['opened', [about.profile._id]] as const, ['suggested', shown] as const]), looker, now);
  return agree({ suggestions: best.map(({ person, reasons }) => ({ row: rowOf(person, studio, now), reasons })) });
};

const fittingOf = ({ profile, said }: PoolPerson) => ({ form: said.form, unionId: profile.unionId });
