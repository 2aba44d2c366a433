import type { profileActions } from '../../types/match-profile';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const profileHandlers: HandlersOf<typeof profileActions> = {
  listStudios: unwritten,
  showOwn: unwritten,
  join: unwritten,
  saveProfile: unwritten,
  savePhoto: unwritten,
  removePhoto: unwritten,
  showOwnPhoto: unwritten,
  agreeTo: unwritten,
  takeConsentBack: unwritten,
  pause: unwritten,
  resume: unwritten,
  renew: unwritten,
  leave: unwritten,
  listLooks: unwritten,
  copyOwn: unwritten,
};
