import { CloudError, invalidParameter } from '../cloud-error';
import { requiredText, textOf } from './request';
import type { ServiceActions } from './service-actions';

const ofCustomUser = /^uid-(.+)$/;

/** Who a uid is. The emulator knows the uids that it gives itself, see functions/identity.ts. */
export const authActions: ServiceActions = {
  'auth.getUserInfoForAdmin': (request) => {
    const platform = textOf(request, 'platform');
    if (platform !== undefined) {
      throw new CloudError('INVALID_ACTION', `a user by platform '${platform}' is not supported by the emulator`);
    }
    const uid = requiredText(request, 'uuid');
    const [, customUserId = ''] = ofCustomUser.exec(uid) ?? [];
    const isAnonymous = uid === 'anonymous-visitor';
    if (customUserId === '' && !isAnonymous) throw invalidParameter(`there is no user with the uid '${uid}'`);
    return Promise.resolve({ data: { openId: '', appId: '', uid, customUserId, isAnonymous } });
  },
};
