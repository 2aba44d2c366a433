import type { OutputOf } from '../../types/contract';
import type { ProfileId } from '../../types/ids';
import type { benchActions } from '../../types/match-bench';
import type { HeldField } from '../../types/match-kind';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { asTheyStand } from './as-they-stand';
import { atBench } from './bench-door';
import { heldMark, picturesAsStored, waitingParts, wordsOf } from './held-parts';
import { writeLooks } from './looking';
import { isInPool } from './pool';
import type { Profile, ProfilePhoto, Said } from './profile-records';
import { photos, profiles, saidBy } from './profile-records';
import type { Handler } from './scene';
import { openedPhoto } from './sealed-photo';
import { studios } from './studio-records';

/** Profiles read at once. */
const MOST_READ = 200;
/** What somebody looks through in one sitting; the others come when these are decided. */
const MOST_SHOWN = 40;
/** An answer of a cloud function holds some megabytes; a picture has up to 120 KB. */
const MOST_PICTURES = 10;

type Held = OutputOf<typeof benchActions.listHeld>['held'][number];
type Waiting = { readonly profile: Profile; readonly said: Said; readonly field: HeldField };

/** What has waited longest first. Each person reads that it was looked at, and by whom. */
export const listHeld: Handler<'listHeld'> = async ({ studioId }, { now, personId, standing }) => {
  const door = await atBench(standing, studioId, now);
  if (!door.ok) return door;
  const [studio, found] = await Promise.all([
    studios.get(studioId),
    profiles.find({ heldFor: studioId }, { limit: MOST_READ }),
  ]);
  if (studio === null) return refuse('studio-not-found');
  const waiting = await asTheyStand(found);
  const shown = nextOf(waiting.filter((profile) => profile._id !== personId && isInPool(profile, now)));
  const pictures = await picturesOf(shown);
  const held = shown.flatMap((one) => heldOf(one, pictures, now));
  const subjects = shown.map(({ profile }) => profile._id);
  await writeLooks(subjects, 'reviewed', { name: standing.name, studioName: studio.form.name }, now);
  return agree({ held });
};

function nextOf(found: readonly Profile[]): Waiting[] {
  const waiting = [...found]
    .sort((one, other) => (one.heldSince ?? 0) - (other.heldSince ?? 0))
    .flatMap((profile) => {
      const said = saidBy(profile);
      return waitingParts(profile, said).map((field): Waiting => ({ profile, said, field }));
    });
  const words = waiting.filter(({ field }) => field !== 'photo');
  const pictures = waiting.filter(({ field }) => field === 'photo').slice(0, MOST_PICTURES);
  return waiting.filter((one) => words.includes(one) || pictures.includes(one)).slice(0, MOST_SHOWN);
}

/** One round trip, none for none. */
async function picturesOf(shown: readonly Waiting[]): Promise<ReadonlyMap<ProfileId, ProfilePhoto>> {
  const ids = shown.filter(({ field }) => field === 'photo').map(({ profile }) => profile.profileId);
  if (ids.length === 0) return new Map();
  const found = await photos.find({ _id: { in: ids } }, { limit: MOST_PICTURES });
  return new Map(found.map((photo) => [photo._id, photo]));
}

/** What was taken away between the two reads is in no list. */
function heldOf({ profile, said, field }: Waiting, stored: ReadonlyMap<ProfileId, ProfilePhoto>, now: EpochMs): Held[] {
  const { profileId } = profile;
  const common = { profileId, field, since: profile.heldSince ?? now };
  if (field === 'photo') {
    const both = stored.get(profileId);
    if (both === undefined) return [];
    const mark = heldMark(profile, field, picturesAsStored(both));
    const pictures = { photo: openedPhoto(both, 'photo'), blurred: openedPhoto(both, 'blurred') };
    return [{ ...common, words: null, ...pictures, mark }];
  }
  const words = wordsOf(said.form, field);
  return words === null
    ? []
    : [{ ...common, words, photo: null, blurred: null, mark: heldMark(profile, field, words) }];
}
