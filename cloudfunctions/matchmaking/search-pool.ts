import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { atBench } from './bench-door';
import { writeLooks } from './looking';
import { readPool, rowOf } from './pool';
import type { PoolWish } from './pool-filter';
import { fitsWish } from './pool-filter';
import type { Handler } from './scene';
import { studios } from './studio-records';
import { cursorAfter, readCursor, turnOf } from './turn';

const PAGE_SIZE = 20;

/**
 * Only those on the page are looked at: nobody is written down for having been passed over. How many there are is said
 * with the first page alone, for which somebody is always written down where somebody is found.
 */
export const searchPool: Handler<'searchPool'> = async ({ studioId, cursor, ...wish }, { now, standing }) => {
  const door = await atBench(standing, studioId, now);
  if (!door.ok) return door;
  const [studio, pool] = await Promise.all([studios.get(studioId), readPool(studioId, standing.personId, now)]);
  if (studio === null) return refuse('studio-not-found');
  const asked = JSON.stringify([standing.personId, studioId, partsOf(wish)]);
  const place = readCursor(cursor, asked);
  const day = place?.day ?? shanghaiDay(now);
  const found = pool
    .filter(({ card }) => fitsWish(card, wish))
    .map((person) => ({ person, turn: turnOf(person.profile, day) }))
    .sort((one, other) => (one.turn < other.turn ? -1 : 1));
  const rest = place === null ? found : found.filter(({ turn }) => turn > place.turn);
  const shown = rest.slice(0, PAGE_SIZE);
  const last = rest.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const subjects = shown.map(({ person }) => person.profile._id);
  await writeLooks(subjects, 'listed', { name: standing.name, studioName: studio.form.name }, now);
  return agree({
    items: shown.map(({ person }) => rowOf(person, studio, now)),
    next: last === undefined ? null : cursorAfter({ day, turn: last.turn }, asked),
    total: place === null ? found.length : null,
  });
};

/** The same wish is the same text, in whatever order its parts came. */
const partsOf = ({ gender, ageFrom, ageUpTo, interests, text }: PoolWish) => [
  gender,
  ageFrom,
  ageUpTo,
  interests,
  text,
];
