import { SmallPhoto } from '../../types/duty-tap';
import type { PersonId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Transaction } from '../runtime/database';
import { transaction } from '../runtime/database';
import { sizeOf, withoutTraces } from '../runtime/jpeg';
import type { Own, OwnChange } from './change-own';
import { afterwards, shownOwn, written } from './change-own';
import { Profile, ProfilePhoto, saidBy } from './profile-records';
import type { Said } from './profile-records';
import { heldBy } from './profile-rules';
import { sealedPhotos } from './sealed-photo';

/**
 * So small that a face cannot be made out, however it is drawn: what phones make, and no dot more. A code of dots would
 * still fit, which is why somebody looks at this one as well. Pixels and bytes.
 */
const BLURRED_SIDE = 24;
const BLURRED_BYTES = 3 * 1024;

export type Pictures = { readonly photo: SmallPhoto; readonly blurred: SmallPhoto };

/** Both without what a camera writes beside the picture. @returns null where one is no picture, or the second too large */
export function cleanPictures({ photo, blurred }: Pictures): Pictures | null {
  const [whole, small] = [cleaned(photo), cleaned(blurred)];
  if (whole === null || small === null) return null;
  const isSmall = small.width <= BLURRED_SIDE && small.height <= BLURRED_SIDE && small.picture.length <= BLURRED_BYTES;
  return isSmall ? { photo: encoded(whole.picture), blurred: encoded(small.picture) } : null;
}

function cleaned(photo: SmallPhoto): { picture: Buffer; width: number; height: number } | null {
  const picture = withoutTraces(Buffer.from(photo, 'base64'));
  const size = picture === null ? null : sizeOf(picture);
  return picture === null || size === null ? null : { picture, ...size };
}

const encoded = (picture: Buffer): SmallPhoto => SmallPhoto.parse(picture.toString('base64'));

/** The picture waits for somebody to look at it, whatever came of an earlier one. */
export const withPicture = (profile: Profile, said: Said, now: EpochMs): OwnChange => {
  const { held, said: rest } = withoutPictureMarks(profile, said);
  return { hasPhoto: true, ...heldBy(profile, [...held, 'photo'], rest, now), said: rest };
};

export const withoutPicture = (profile: Profile, said: Said, now: EpochMs): OwnChange => {
  const { held, said: rest } = withoutPictureMarks(profile, said);
  return { hasPhoto: false, ...heldBy(profile, held, rest, now), said: rest };
};

const withoutPictureMarks = ({ held }: Profile, said: Said): Pick<Profile, 'held'> & { readonly said: Said } => ({
  held: held.filter((field) => field !== 'photo'),
  said: { ...said, turnedDown: said.turnedDown.filter(({ field }) => field !== 'photo') },
});

/**
 * A profile and its picture are written together, or neither is: nobody leaves while a picture is on its way, and no
 * profile promises one that is not there. Seven or eight round trips.
 *
 * @param decide what becomes of the profile, and the pictures that are there then; null where nothing is to change
 */
export async function changePicture<Refusal extends string>(
  personId: PersonId,
  now: EpochMs,
  decide: (
    profile: Profile,
    said: Said,
  ) => Result<{ readonly change: OwnChange; readonly pictures: Pictures | null } | null, Refusal>,
): Promise<Result<Own, Refusal | 'not-joined'>> {
  const changed = await transaction(async (tx) => {
    const profile = await tx.get('match-profiles', Profile, personId);
    if (profile === null) return refuse('not-joined');
    const decided = decide(profile, saidBy(profile));
    if (!decided.ok || decided.value === null) return decided.ok ? agree(profile) : decided;
    const { pictures } = decided.value;
    const after = afterwards(profile, written(profile, decided.value.change));
    const { _id, ...fields } = after;
    await tx.update('match-profiles', _id, { set: fields });
    await keepPictures(tx, after, pictures);
    return agree(after);
  });
  return changed.ok ? agree(await shownOwn(changed.value, null, now)) : changed;
}

async function keepPictures(tx: Transaction, { profileId }: Profile, pictures: Pictures | null): Promise<void> {
  const isThere = (await tx.get('match-photos', ProfilePhoto, profileId)) !== null;
  if (pictures === null) {
    if (isThere) await tx.remove('match-photos', profileId);
    return;
  }
  const fresh = sealedPhotos(profileId, pictures);
  const { photo, blurred } = fresh;
  await (isThere
    ? tx.update('match-photos', profileId, { set: { photo, blurred } })
    : tx.insert('match-photos', fresh));
}
