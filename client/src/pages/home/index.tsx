import type { SelfView } from '@contract/member';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { DutyLine } from '@/features/duty/news/duty-line';
import { NewsLine } from '@/features/event/own/news-line';
import { AnswerLine } from '@/features/station/reports/answer-line';
import { Asked } from '@/ui/asked';
import { Row, Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { cardWords, homeWords, nextSteps } from './copy';
import { CheckInButton } from './check-in-button';
import { NextPanel } from './next-panel';
import { answersCases, holdsEvents, keepsTheRoll, matchmakes, situationOf, tendsStations, works } from './situation';

export default function HomePage() {
  const { question } = useQuestion('member.showSelf', {});
  const unknown = question.at === 'refused' && question.refusal === 'sign-in-needed';
  return (
    <Screen title={homeWords.title} footer={<CheckInButton />}>
      <DutyLine />
      <AnswerLine />
      {unknown ? (
        <NextPanel step={nextSteps.visitor} />
      ) : (
        <Asked question={question}>{(self) => <OwnPanels self={self} />}</Asked>
      )}
      <Rows label={homeWords.services}>
        <Row title={homeWords.stations} about={homeWords.stationsAbout} onPress={() => go('stations')} />
        <Row title={homeWords.events} about={homeWords.eventsAbout} onPress={() => go('events')} />
        <Row title={homeWords.articles} about={homeWords.articlesAbout} onPress={() => go('articles')} />
      </Rows>
    </Screen>
  );
}

function OwnPanels({ self }: { readonly self: SelfView }) {
  const situation = situationOf(self);
  const card = situation === 'member' || situation === 'suspended' ? self.card : null;
  return (
    <View>
      <NewsLine />
      {works(self) ? (
        <Rows label={homeWords.staff}>
          {answersCases(self) ? (
            <Row title={homeWords.queue} about={homeWords.queueAbout} onPress={() => go('queue')} />
          ) : null}
          {matchmakes(self) ? (
            <Row title={homeWords.bench} about={homeWords.benchAbout} onPress={() => go('bench')} />
          ) : null}
          {tendsStations(self) ? (
            <Row title={homeWords.ownStations} about={homeWords.ownStationsAbout} onPress={() => go('ownStations')} />
          ) : null}
          {holdsEvents(self) ? (
            <Row title={homeWords.eventsDesk} about={homeWords.eventsDeskAbout} onPress={() => go('eventsDesk')} />
          ) : null}
          {keepsTheRoll(self) ? (
            <Row title={homeWords.roll} about={homeWords.rollAbout} onPress={() => go('roll')} />
          ) : null}
        </Rows>
      ) : null}
      <NextPanel
        step={nextSteps[situation]}
        about={card === null ? undefined : [self.unionName, cardWords[card]].filter(Boolean).join('　')}
      />
    </View>
  );
}
