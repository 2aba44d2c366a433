import { Fragment } from 'react';
import { useQuestion } from '@/use-question';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useUnionSearch } from '@/union-finder/use-union-search';
import { Farewell } from '../../membership/farewell';
import { showMembershipWords, words } from '../../membership/membership-copy';
import { MembershipSheet } from '../../membership/membership-sheet';
import { TransferForm } from '../../membership/transfer-form';
import { useLeaving } from '../../membership/use-leaving';
import { useTransferCancelling, useTransferRequest } from '../../membership/use-transfer';

export default function MembershipPage() {
  const { question, refresh } = useQuestion('member.showMembership', {}, showMembershipWords);
  const request = useTransferRequest(refresh);
  const cancelling = useTransferCancelling(refresh);
  const search = useUnionSearch(request.open);
  const leaving = useLeaving(refresh);

  if (leaving.leftAt !== null) {
    return (
      <Screen title={words.farewell.pageTitle}>
        <Farewell leftAt={leaving.leftAt} />
      </Screen>
    );
  }
  return (
    <Screen title={words.title}>
      {question.at === 'refused' && question.refusal === 'not-a-member' ? (
        <Empty
          title={words.notMember.title}
          about={words.notMember.about}
          action={{ label: words.notMember.action, onPress: () => go('enrol') }}
        />
      ) : (
        <Asked question={question}>
          {(membership) =>
            request.open && membership.may.requestTransfer ? (
              <TransferForm from={membership.unionName} request={request} search={search} />
            ) : (
              <Fragment>
                <DeedNotice step={request.step} />
                <MembershipSheet
                  membership={membership}
                  cancelling={cancelling}
                  leaving={leaving}
                  onTransfer={request.onOpen}
                />
              </Fragment>
            )
          }
        </Asked>
      )}
    </Screen>
  );
}
