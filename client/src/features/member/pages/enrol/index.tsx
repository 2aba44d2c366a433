import type { EnrolmentView } from '@contract/enrolment';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { EnrolFlow } from '../../enrol/enrol-flow';
import { enrolWords } from '../../enrol-copy';
import { signInWords } from '../../sign-in-words';

export default function EnrolPage() {
  const self = useQuestion('member.showSelf', {}, signInWords).question;
  const { question } = useQuestion('member.showEnrolment', {}, signInWords);
  // What was typed and not sent belongs to a person: who it is must be known, or known to be unknown.
  if (question.at === 'loaded' && question.value.may.edit && self.at !== 'loading')
    return <EnrolFlow saved={question.value} personId={self.at === 'loaded' ? self.value.personId : null} />;
  return (
    <Screen title={enrolWords.title}>
      <Asked question={self.at === 'loading' ? self : question}>
        {(view: EnrolmentView) => <NothingToFillIn view={view} />}
      </Asked>
    </Screen>
  );
}

function NothingToFillIn({ view }: { readonly view: EnrolmentView }) {
  const { words, page } =
    view.state === 'submitted'
      ? ({ words: enrolWords.waiting, page: 'status' } as const)
      : ({ words: enrolWords.member, page: 'card' } as const);
  const { title, about, button } = words;
  return <Empty title={title} about={about} action={{ label: button, onPress: () => replaceWith(page) }} />;
}
