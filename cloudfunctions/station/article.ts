import type { ArticleDraft, ArticleKind } from '../../types/article';
import type { PersonId, StationId } from '../../types/ids';
import { ArticleId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { ShanghaiDay, shanghaiDay } from '../../types/time';
import { macOf } from '../runtime/rotating-code';
import type { ArticleAct, ArticleRecord } from './article-records';

/** Later than any day that somebody chooses. */
export const LAST_OF_DAYS = ShanghaiDay.parse('9999-12-31');
/** So many acts are kept with an article. */
const HISTORY_KEPT = 30;
const LETTERS = 11;
/** Digits of an instant in a mark, so that marks sort as instants do. */
const INSTANT_DIGITS = 15;

/** The same wish of the same person publishes the same article; nobody else's wish can. */
export const articleIdOf = (personId: PersonId, requestKey: string): ArticleId =>
  ArticleId.parse(`a${macOf('article', `${personId}:${requestKey}`, LETTERS).toLowerCase()}`);

/** The list that a question is about. What is about one station is in its list alone. */
export const shelfOf = (kind: ArticleKind | null, stationId: StationId | null): string => {
  if (stationId !== null) return `station:${stationId}`;
  return kind === null ? 'all' : `kind:${kind}`;
};

/** A day that is over would be a list that nobody sees it in. */
export const isDayPast = ({ lastDay }: ArticleDraft, now: EpochMs): boolean =>
  lastDay !== null && lastDay < shanghaiDay(now);

export const isOver = ({ lastDay }: Pick<ArticleRecord, 'lastDay'>, now: EpochMs): boolean =>
  lastDay < shanghaiDay(now);

type Owner = Pick<ArticleRecord, '_id' | 'station' | 'office' | 'scope'>;

/** An article as it is published. */
export const published = (owner: Owner, draft: ArticleDraft, act: Pick<ArticleAct, 'by' | 'at'>): ArticleRecord => ({
  ...owner,
  ...written(draft, owner.station?.stationId ?? null),
  revision: 1,
  state: 'published',
  publishedAt: act.at,
  listKey: `${String(act.at).padStart(INSTANT_DIGITS, '0')}:${owner._id}`,
  history: [{ ...act, office: owner.office, act: 'published', title: draft.title }],
});

/** What an edit changes: neither where it stands in lists, nor whose it is. */
export const edited = (before: ArticleRecord, draft: ArticleDraft, act: Omit<ArticleAct, 'act' | 'title'>) => ({
  ...written(draft, before.station?.stationId ?? null),
  history: remembered(before, { ...act, act: 'edited', title: draft.title }),
});

/** Taken back: in no list, and read by nobody. */
export const withdrawn = (before: ArticleRecord, act: Omit<ArticleAct, 'act' | 'title'>) => ({
  state: 'withdrawn' as const,
  shelves: [],
  history: remembered(before, { ...act, act: 'withdrawn', title: before.title }),
});

/** Whether an edit changes anything. */
export const saysTheSame = (before: ArticleRecord, { kind, title, body, lastDay }: ArticleDraft): boolean =>
  before.kind === kind &&
  before.title === title &&
  before.body === body &&
  before.lastDay === (lastDay ?? LAST_OF_DAYS);

const written = ({ kind, title, body, lastDay }: ArticleDraft, stationId: StationId | null) => ({
  kind,
  title,
  body,
  lastDay: lastDay ?? LAST_OF_DAYS,
  shelves: stationId === null ? [shelfOf(null, null), shelfOf(kind, null)] : [shelfOf(null, stationId)],
});

const remembered = ({ history }: ArticleRecord, act: ArticleAct): ArticleAct[] =>
  [...history, act].slice(-HISTORY_KEPT);
