import type { profileActions } from '../../types/match-own';
import { agreeTo } from './agree-to';
import { copyOwn } from './copy-own';
import { join } from './join';
import { leave } from './leave';
import { listLooks } from './list-looks';
import { listStudios } from './list-studios';
import { pause } from './pause';
import { removePhoto } from './remove-photo';
import { renew } from './renew';
import { resume } from './resume';
import { savePhoto } from './save-photo';
import { saveProfile } from './save-profile';
import type { HandlersOf } from './scene';
import { showOwn } from './show-own';
import { showOwnPhoto } from './show-own-photo';
import { takeConsentBack } from './take-consent-back';

export const profileHandlers: HandlersOf<typeof profileActions> = {
  listStudios,
  showOwn,
  join,
  saveProfile,
  savePhoto,
  removePhoto,
  showOwnPhoto,
  agreeTo,
  takeConsentBack,
  pause,
  resume,
  renew,
  leave,
  listLooks,
  copyOwn,
};
