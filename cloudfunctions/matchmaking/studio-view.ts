import type { StudioView } from '../../types/match-profile';
import type { Studio } from './studio-records';

/** A studio as everybody may read it. */
export const studioView = ({ _id, form, stationName, address, phone }: Studio): StudioView => ({
  studioId: _id,
  name: form.name,
  about: form.about,
  stationId: form.stationId,
  stationName,
  address,
  phone,
  room: form.room,
  weekday: form.weekday,
  from: form.from,
  until: form.until,
  needsStamp: form.needsStamp,
  isOpen: form.isOpen,
});
