import { memberContract } from '../../types/member';
import { serve } from '../runtime/serve';
import { apply } from './apply';
import { appoint, dismiss, listStaff } from './appoint';
import { approve } from './approve';
import { approveMany } from './approve-many';
import { cancelTransfer } from './cancel-transfer';
import { chooseUnion } from './choose-union';
import { copyOwnData } from './copy-own-data';
import { correctOwnData } from './correct-own-data';
import { confirmTransfer, declineTransfer } from './decide-transfer';
import { findUnion } from './find-union';
import { giveConsents } from './give-consents';
import { leave } from './leave';
import { listAreas } from './list-areas';
import { purgeExpired } from './purge-expired';
import { readMobile } from './read-mobile';
import { reject } from './reject';
import { requestTransfer } from './request-transfer';
import { revealNumbers } from './reveal-numbers';
import { correctRecord, findMember, restore, retain, suspend } from './roll';
import { saveDraft } from './save-draft';
import { searchUnions } from './search-unions';
import { sendBack } from './send-back';
import { showApplication } from './show-application';
import { showCard } from './show-card';
import { showEnrolment } from './show-enrolment';
import { showMembership } from './show-membership';
import { showOwnData } from './show-own-data';
import { showSelf } from './show-self';
import { standingOf } from './standing';
import { verifyCard } from './verify-card';
import { withdraw } from './withdraw';
import { withdrawConsent } from './withdraw-consent';

export const main = serve(
  'member',
  memberContract,
  {
    showSelf,
    listAreas,
    showEnrolment,
    giveConsents,
    withdrawConsent,
    saveDraft,
    readMobile,
    findUnion,
    searchUnions,
    chooseUnion,
    apply,
    withdraw,
    showApplication,
    revealNumbers,
    approve,
    approveMany,
    sendBack,
    reject,
    showCard,
    verifyCard,
    showMembership,
    requestTransfer,
    cancelTransfer,
    confirmTransfer,
    declineTransfer,
    leave,
    findMember,
    suspend,
    restore,
    retain,
    correctRecord,
    showOwnData,
    copyOwnData,
    correctOwnData,
    listStaff,
    appoint,
    dismiss,
    purgeExpired,
  },
  standingOf,
);
