import type { SelfView } from '@contract/member';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Row, Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { cardWords, homeWords, nextSteps } from './copy';
import { NextPanel } from './next-panel';
import { keepsTheRoll, situationOf } from './situation';

export default function HomePage() {
  const { question } = useQuestion('member.showSelf', {});
  const unknown = question.at === 'refused' && question.refusal === 'sign-in-needed';
  return (
    <Screen title={homeWords.title}>
      {unknown ? (
        <NextPanel step={nextSteps.visitor} />
      ) : (
        <Asked question={question}>{(self) => <OwnPanels self={self} />}</Asked>
      )}
      <Rows label={homeWords.services}>
        <Row title={homeWords.stations} about={homeWords.stationsAbout} onPress={() => go('stations')} />
        <Row title={homeWords.events} about={homeWords.eventsAbout} onPress={() => go('events')} />
      </Rows>
    </Screen>
  );
}

function OwnPanels({ self }: { readonly self: SelfView }) {
  const situation = situationOf(self);
  const card = situation === 'member' || situation === 'suspended' ? self.card : null;
  return (
    <View>
      <NextPanel
        step={nextSteps[situation]}
        about={card === null ? undefined : [self.unionName, cardWords[card]].filter(Boolean).join('　')}
      />
      {keepsTheRoll(self) ? (
        <Rows label={homeWords.staff}>
          <Row title={homeWords.queue} about={homeWords.queueAbout} onPress={() => go('queue')} />
          <Row title={homeWords.roll} about={homeWords.rollAbout} onPress={() => go('roll')} />
        </Rows>
      ) : null}
    </View>
  );
}
