import type { SmallPhoto } from '../../types/duty-tap';
import type { WishId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { seal, unseal } from '../runtime/sealed';
import type { IncidentPhoto } from './upkeep-records';

/** Long enough to see to what happened. Milliseconds. */
const KEPT_MS = 30 * 86_400_000;

const placeOf = (incidentId: WishId): string => `incident:${incidentId}`;

/** The picture of an incident as it is stored: nobody but these functions can open it, and only as this incident's. */
export const sealedPhoto = (incidentId: WishId, photo: SmallPhoto, at: EpochMs): IncidentPhoto => ({
  _id: incidentId,
  sealed: seal(photo, placeOf(incidentId)),
  purgeAt: EpochMs.parse(at + KEPT_MS),
});

/** @returns null when it cannot be opened any more */
export const openedPhoto = ({ _id, sealed }: IncidentPhoto): SmallPhoto | null =>
  unseal(sealed, placeOf(_id)) as SmallPhoto | null;
